import type { SpecNode } from '../spec/spec-node.js';

/** Query parameters that carry an API key: the security schemes declare them, not the operations. */
export function apiKeyQueryNames(document: SpecNode): string[] {
  const schemes = document.at('components').at('securitySchemes').entries();
  const inQuery = schemes.filter(([, { object }]) => object['type'] === 'apiKey' && object['in'] === 'query');
  return inQuery.map(([, { object }]) => String(object['name']));
}
