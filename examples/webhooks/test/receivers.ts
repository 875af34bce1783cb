import { functionReceiver, lambdaReceiver, serverReceiver } from './module-receiver.js';
import type { StartReceiver } from './receiver.js';
import { workerReceiver } from './worker-receiver.js';

/** Every example by its file and, where it has several, its surroundings. */
export const receivers: readonly (readonly [name: string, start: StartReceiver])[] = [
  ['node-http', serverReceiver(() => import('../node-http.js'))],
  ['express', serverReceiver(() => import('../express.js'))],
  ['fastify', serverReceiver(() => import('../fastify.js'))],
  ['hono', serverReceiver(() => import('../hono.js'))],
  ['next-route', functionReceiver(() => import('../next-route.js'))],
  ['lambda behind a function URL', lambdaReceiver(() => import('../lambda.js'), true)],
  ['lambda behind API Gateway', lambdaReceiver(() => import('../lambda.js'), false)],
  ['worker', workerReceiver],
];
