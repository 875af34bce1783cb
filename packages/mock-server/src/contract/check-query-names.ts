import type { ApiRequest } from '../http/message.js';
import { objectOr } from '../json/json-object.js';
import { safeName } from '../json/safe-name.js';
import type { Operation, Parameter } from '../spec/operation.js';
import type { SpecNode } from '../spec/spec-node.js';
import type { Finding } from '../violations/violation.js';

/** Finds query parameters that the operation does not declare; `keyNames` are those that carry an API key. */
export function checkQueryNames(
  operation: Operation,
  request: ApiRequest,
  keyNames: readonly string[],
): Finding[] {
  const names = [...new Set(request.query.keys())].filter((name) => !keyNames.includes(name));
  const declared = operation.parameters.filter(({ place }) => place === 'query');
  const unknown = names.filter((name) => !declared.some((parameter) => covers(parameter, name)));
  const known = declared.map(({ name }) => name).join(', ');
  const message =
    known === '' ? 'This operation takes no query.' : `Is not a parameter. There are: ${known}.`;
  return unknown.map((name) => ({
    code: 'request.query.unknown',
    location: ['query', safeName(name)],
    message,
  }));
}

/** Query parameters that carry an API key: the security schemes declare them, not the operations. */
export function apiKeyQueryNames(document: SpecNode): string[] {
  const schemes = document.at('components').at('securitySchemes').entries();
  const inQuery = schemes.filter(([, { object }]) => object['type'] === 'apiKey' && object['in'] === 'query');
  return inQuery.map(([, { object }]) => String(object['name']));
}

function covers({ name, style, explode, types, schema }: Parameter, sent: string): boolean {
  if (name === sent) return true;
  if (style === 'deepObject') return sent.startsWith(`${name}[`);
  return types.includes('object') && explode && Object.hasOwn(objectOr(schema?.schema['properties']), sent);
}
