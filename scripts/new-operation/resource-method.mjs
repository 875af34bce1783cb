// A method of a resource, named after its operation without the word for the resource itself.

/** The text of the method: `getWalletHistory` on wallets becomes `getHistory(walletId, options)`. */
export function resourceMethod({
  operationId,
  verb,
  method: http,
  path,
  parameters,
  schema,
  isList,
  response,
  params,
  resource,
  summary,
}) {
  const noun = operationId.slice(verb.length);
  const own = resource.replace(/(?:^|-)([a-z])/g, (_all, letter) => letter.toUpperCase()).replace(/s$/, '');
  const rest = noun.replace(/s$/, '') === own ? '' : noun.replace(own, '');
  const ids = parameters.map((name) => (name === 'id' ? `${ownerIn(path, own)}Id` : name));
  const inPath = parameters.map((name, index) => (name === ids[index] ? name : `${name}: ${ids[index]}`));
  const sent = [parameters.length > 0 && `path: { ${inPath.join(', ')} }`, isList && 'query: params'].filter(
    Boolean,
  );
  const init = [sent.length > 0 && `params: { ${sent.join(', ')} }`, params && 'body: params'].filter(
    Boolean,
  );
  const given = [
    ...ids.map((id) => `${id}: string`),
    params && `params: ${params}Params`,
    isList && `params: ${schema}ListParams = {}`,
    'options?: RequestOptions',
  ].filter(Boolean);
  const promise = isList ? `PagePromise<${response}, ${schema}>` : `ApiPromise<${response}>`;
  const doc = `${summary[0].toLowerCase()}${summary.slice(1)}${isList ? ': `await` it for one page, iterate for all' : ''}`;
  return `  /** \`${http} ${path}\` — ${doc}. */
  ${verb}${rest}(${given.join(', ')}): ${promise} {
    return this.#http.${isList ? 'LIST' : http}('${path}', { ${init.join(', ')} }, options);
  }`;
}

/** Whose id stands in the path: the resource's own, or that of what the path begins with. */
function ownerIn(path, own) {
  const [, segment = ''] = /([\w-]+)\/\{id\}/.exec(path) ?? [];
  const [first = '', ...others] = segment.replace(/s$/, '').split('-');
  const owner = first + others.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  const resource = `${own[0].toLowerCase()}${own.slice(1)}`;
  return resource.startsWith(owner) ? resource : owner;
}
