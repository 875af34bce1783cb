import { expectProblem } from './command.js';
import type { Model } from './model.js';
import { type RealSandbox, same } from './real-sandbox.js';

/** Sends a POST under its key. Checks the response to a repeated key and returns undefined for it; returns any other response. */
export async function post(
  model: Model,
  real: RealSandbox,
  path: string,
  body: object,
  given: string | undefined,
) {
  const earlier = given === undefined ? undefined : model.writes.get(given);
  const reply = await real.call(model, {
    method: 'POST',
    path,
    body,
    ...(given !== undefined && { key: given }),
  });
  if (earlier === undefined) {
    if (given !== undefined && reply.status < 400) model.writes.set(given, { path, body, text: reply.text });
    return reply;
  }
  if (earlier.path === path && JSON.stringify(earlier.body) === JSON.stringify(body))
    same(reply, { status: 201, text: earlier.text });
  else expectProblem(reply, model.dialect.idempotencyConflict ?? 409, 'idempotency_conflict');
  return undefined;
}
