// A method of a resource, named after its operation without the word for the resource itself.

/** The text of the method: `getWalletHistory` on wallets becomes `getHistory(walletId, options)`. */
export function resourceMethod({
  operationId,
  verb,
  method: http,
  path,
  parameters,
  schema,
  params,
  resource,
  summary,
}) {
  const noun = operationId.slice(verb.length);
  const own = resource.replace(/(?:^|-)([a-z])/g, (_all, letter) => letter.toUpperCase()).replace(/s$/, '');
  const rest = noun.replace(/s$/, '') === own ? '' : noun.replace(own, '');
  const ids = parameters.map((name) => (name === 'id' ? `${own[0].toLowerCase()}${own.slice(1)}Id` : name));
  const inPath = parameters.map((name, index) => (name === ids[index] ? name : `${name}: ${ids[index]}`));
  const init = [
    parameters.length > 0 && `params: { path: { ${inPath.join(', ')} } }`,
    params && 'body: params',
  ].filter(Boolean);
  const given = [
    ...ids.map((id) => `${id}: string`),
    params && `params: ${params}Params`,
    'options?: RequestOptions',
  ].filter(Boolean);
  return `  /** \`${http} ${path}\` — ${summary[0].toLowerCase()}${summary.slice(1)}. */
  ${verb}${rest}(${given.join(', ')}): ApiPromise<${schema}> {
    return this.#http.${http}('${path}', { ${init.join(', ')} }, options);
  }`;
}
