import fc from 'fast-check';
import { endpoint, key, which } from './arbitraries.js';
import { command, expectProblem, expectReply } from './command.js';
import type { EndpointModel } from './model.js';
import { post } from './post.js';
import { same } from './real-sandbox.js';

/** Create an endpoint, under a key or not. */
export const createEndpoint = command(
  'create endpoint',
  fc.record({ endpoint, key }),
  async (given, model, real) => {
    const reply = await post(model, real, '/webhooks', given.endpoint, given.key);
    if (reply === undefined) return;
    const { id, secret } = JSON.parse(reply.text);
    const made: EndpointModel = {
      ...given.endpoint,
      id: model.take(id, 'whk'),
      createdAt: model.timestamp,
    };
    model.endpoints.push(made);
    expectReply(reply, 201, { ...model.endpointView(made), secret });
    if (given.key === undefined) real.hide(model.take(secret, 'whsec'));
  },
);

/** Read, update or delete one, or an unknown one. */
export const changeEndpoint = command(
  'change endpoint',
  fc.record({ which, endpoint, action: fc.constantFrom('GET', 'PATCH', 'DELETE') }),
  async ({ which: number, endpoint: changes, action: method }, model, real) => {
    const known = model.pick(model.endpoints, number);
    const path = `/webhooks/${known?.id ?? 'whk_none'}`;
    const reply = await real.call(model, { method, path, ...(method === 'PATCH' && { body: changes }) });
    if (known === undefined) return expectProblem(reply, 404, 'not_found');
    const index = model.endpoints.indexOf(known);
    const changed = method === 'PATCH' ? { ...known, ...changes } : known;
    model.endpoints.splice(index, 1, ...(method === 'DELETE' ? [] : [changed]));
    if (method === 'DELETE') same(reply, { status: 204, text: '' });
    else expectReply(reply, 200, model.endpointView(changed));
  },
);
