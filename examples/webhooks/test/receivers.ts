import { functionReceiver, serverReceiver } from './module-receiver.js';
import type { StartReceiver } from './receiver.js';
import { workerReceiver } from './worker-receiver.js';

/** Every example by its file. */
export const receivers: readonly (readonly [name: string, start: StartReceiver])[] = [
  ['node-http', serverReceiver(() => import('../node-http.js'))],
  ['express', serverReceiver(() => import('../express.js'))],
  ['fastify', serverReceiver(() => import('../fastify.js'))],
  ['hono', serverReceiver(() => import('../hono.js'))],
  ['next-route', functionReceiver(() => import('../next-route.js'))],
  ['worker', workerReceiver],
];
