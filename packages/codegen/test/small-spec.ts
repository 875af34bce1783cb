import { readModel } from '../src/model/read-model.js';
import type { Change } from '../src/spec-diff/change.js';
import { compareSpecs } from '../src/spec-diff/compare-specs.js';

const thing = { $ref: '#/components/schemas/Thing' };
const json = (schema: object) => ({ 'application/json': { schema } });

/** A small spec that each test changes in one place. */
function sound() {
  return {
    info: { version: '1.0.0' },
    servers: [{ url: 'https://a.example', 'x-oms-environment': 'sandbox' }],
    security: [{ Bearer: [] }] as object[],
    paths: {
      '/things': {
        post: {
          operationId: 'createThing',
          parameters: [
            { name: 'Key', in: 'header', required: false, schema: { type: 'string' } },
          ] as object[],
          requestBody: { required: false, content: json(thing) as Record<string, object> },
          responses: {
            201: { headers: { Location: { schema: { type: 'string' } } }, content: json(thing) },
            409: { description: 'Taken' },
          } as Record<string, object>,
        } as Record<string, unknown>,
      },
      '/things/{id}': {
        get: {
          responses: { 200: { content: json({ type: 'array', items: thing }) } },
          security: [] as object[],
        },
      } as Record<string, unknown>,
    } as Record<string, Record<string, unknown>>,
    webhooks: {
      'thing.made': {
        post: {
          parameters: [{ name: 'Signature', in: 'header', required: true, schema: { type: 'string' } }],
          requestBody: { content: json(thing) },
          responses: { 200: {}, 410: {} } as Record<string, object>,
        },
      },
    },
    components: {
      securitySchemes: { Bearer: { type: 'http', scheme: 'bearer', description: 'A token.' } },
      schemas: {
        Thing: {
          type: 'object',
          properties: { name: { type: 'string' }, next: thing } as Record<string, object>,
        },
        Spare: {},
      } as Record<string, object>,
    },
  };
}

/** The small spec, free to be changed. */
export type Sound = ReturnType<typeof sound>;
type Post = { parameters: object[]; requestBody: { required: boolean; content: Record<string, object> } } & {
  responses: Record<string, { headers?: object; content?: object }>;
} & Record<string, unknown>;

/** `POST /things` */
export const post = (document: Sound) => document.paths['/things']?.['post'] as Post;
/** `GET /things/{id}` */
export const get = (document: Sound) => document.paths['/things/{id}']?.['get'] as Record<string, unknown>;
/** The event thing.made */
export const eventOf = (document: Sound) => document.webhooks['thing.made'].post;

/** The changes between the small spec and what an edit makes of it. */
export function changesBy(edit: (document: Sound) => unknown): Change[] {
  const after = sound();
  edit(after);
  return compareSpecs(readModel(sound()), readModel(after));
}
