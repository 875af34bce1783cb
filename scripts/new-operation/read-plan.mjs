// What the command line asks for, checked.
import { readdirSync } from 'node:fs';

const callPattern = /^(GET|POST|PATCH|DELETE|PUT) ((?:\/(?:\{[A-Za-z]+\}|[\w.~:@-])+)+)$/;

/** What is known about the operation from its name, path and schema. Throws when one of them is missing or malformed. */
export function readPlan({ schema, resource, summary, tag }, [operationId, call, ...rest]) {
  const [, method, path] = callPattern.exec(call ?? '') ?? [];
  if (method === undefined || rest.length > 0)
    throw new Error('Give an operationId and a call such as "GET /wallets/{id}".');
  const [, verb] = /^(create|get|list|update|delete)(?:[A-Z][a-z0-9]+)+$/.exec(operationId) ?? [];
  if (verb === undefined)
    throw new Error(`${operationId} is not a verb (create, get, list, update, delete) and a noun.`);
  if (!/^[A-Z][A-Za-z0-9]+$/.test(schema ?? ''))
    throw new Error('--schema is missing or not UpperCamelCase.');
  if (!/^[a-z-]+$/.test(resource ?? '')) throw new Error('--resource is missing or not the name of a file.');
  if (!/^[A-Z][^"`\n]+$/.test(summary ?? ''))
    throw new Error('--summary is missing or not a plain sentence.');
  if (/List$/.test(schema))
    throw new Error('--schema names what a list contains; its page is named after it.');
  const hasBody = ['POST', 'PATCH', 'PUT'].includes(method);
  const isList = verb === 'list';
  const parameters = [...path.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name);
  const params = hasBody ? `${schema}${verb === 'update' ? 'Update' : 'Create'}` : undefined;
  const title = resource.replace(/-/g, ' ');
  return {
    operationId,
    verb,
    method,
    path,
    parameters,
    schema,
    isList,
    response: isList ? `${schema}List` : schema,
    params,
    resource,
    summary,
    tag: tag ?? title[0].toUpperCase() + title.slice(1),
  };
}

/** Throws unless the folder of resources has a file of this name. */
export function requireResource(resource, folder) {
  const resources = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  if (!resources.includes(resource))
    throw new Error(`--resource ${resource} does not exist. Choose one of ${resources.join(', ')}.`);
}
