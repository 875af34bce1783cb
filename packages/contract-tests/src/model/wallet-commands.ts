import fc from 'fast-check';
import { key, wallet, which } from './arbitraries.js';
import { command, expectProblem, expectReply } from './command.js';
import type { Model } from './model.js';
import { post } from './post.js';

/** Make a wallet for any customer, entitled or not. */
export const createWallet = command(
  'create wallet',
  fc.record({ which, wallet, key }),
  async (given, model, real) => {
    const customer = model.pick(model.customers, given.which);
    const path = `/customers/${customer?.id ?? 'cst_none'}/wallets`;
    const reply = await post(model, real, path, given.wallet, given.key);
    if (reply === undefined) return;
    if (customer === undefined) return expectProblem(reply, 404, 'not_found');
    if (customer.isInactive) return expectProblem(reply, 409, 'state_conflict');
    if (!customer.active(model.nowMs).includes('cryptoCustody'))
      return expectProblem(reply, 422, 'compliance_required');
    const { id, address } = JSON.parse(reply.text);
    const made = { id: model.take(id, 'wlt'), address: model.takeAddress(address, given.wallet.chain) };
    model.wallets.push({ ...given.wallet, ...made, customerId: customer.id, createdAt: model.timestamp });
    expectReply(reply, 201, model.walletView(model.wallets.at(-1) as Model['wallets'][number]));
  },
);

/** Read one, or an unknown one. */
export const getWallet = command('get wallet', which, async (number, model, real) => {
  const found = model.pick(model.wallets, number);
  const reply = await real.call(model, { method: 'GET', path: `/wallets/${found?.id ?? 'wlt_none'}` });
  if (found === undefined) expectProblem(reply, 404, 'not_found');
  else expectReply(reply, 200, model.walletView(found));
});
