export type { components, operations, paths, webhooks } from './generated/openapi.gen.js';
export type * from './models.js';
