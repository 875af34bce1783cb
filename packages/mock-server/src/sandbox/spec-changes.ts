import type { JsonObject } from '../json/json-object.js';
import type { Dialect } from './dialect.js';

/** Names of the lists in the spec. */
const lists = ['CustomerList', 'WalletList', 'WebhookEndpointList'];

/** What an error body has in the place of the properties of the spec. */
const errorProperties: Readonly<Record<Dialect['errors'], JsonObject>> = {
  details: {},
  code: { requestId: null, details: null },
  error: { code: null, message: null, requestId: null, details: null, error: { type: 'string' } },
  source: {
    requestId: null,
    details: null,
    source: {
      type: 'object',
      required: ['location', 'key'],
      properties: { location: { enum: ['path', 'query', 'body', 'header'] }, key: { type: 'string' } },
    },
  },
  info: {
    code: null,
    requestId: null,
    details: null,
    error: { const: true },
    info: { type: 'object', additionalProperties: true },
  },
};

/**
 * What the spec says otherwise in a dialect, as a merge patch (RFC 7396): its responses are checked against that. What the
 * spec leaves open, such as codes, or declares for both readings, is not in it.
 */
export function specChanges({ errors, cursor }: Dialect): JsonObject {
  const renamed = { properties: { cursor: null, nextCursor: { type: ['string', 'null'] } } };
  const schemas = {
    ...(errors !== 'details' && { ApiErrorBody: { properties: errorProperties[errors] } }),
    ...(cursor === 'nextCursor' && Object.fromEntries(lists.map((name) => [name, renamed]))),
  };
  return Object.keys(schemas).length === 0 ? {} : { components: { schemas } };
}
