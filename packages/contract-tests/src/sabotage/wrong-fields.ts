import { type Sabotage, sabotage, set, setInFirst } from './sabotage.js';

/** Responses in which one value is wrong. */
export const wrongFields: readonly Sabotage[] = [
  sabotage(
    'a field is renamed',
    'getCustomer',
    set({ createdAt: undefined, created_at: '2026-11-21T10:00:00Z' }),
    'response.body.required body.createdAt',
    'response.body.undeclared-property body.created_at',
  ),
  sabotage(
    'a required field is missing',
    'getCustomer',
    set({ endorsements: undefined }),
    'response.body.required body.endorsements',
  ),
  sabotage(
    'a field is new',
    'getCustomer',
    set({ riskScore: 3 }),
    'response.body.undeclared-property body.riskScore',
  ),
  sabotage('an id is null', 'getCustomer', set({ id: null }), 'response.body.type body.id'),
  sabotage(
    'a number stands for text',
    'getCustomer',
    set({ externalId: 7890 }),
    'response.body.type body.externalId',
  ),
  sabotage(
    'text stands for a number',
    'createToken',
    set({ expiresIn: '3600' }),
    'response.body.type body.expiresIn',
  ),
  sabotage(
    'a balance is a number',
    'getWalletBalance',
    set({ balance: 1.5 }),
    'response.body.type body.balance',
  ),
  sabotage(
    'a status is in upper case',
    'getCustomer',
    set({ status: 'ACTIVE' }),
    'response.body.open-enum body.status',
  ),
  sabotage(
    'a status is unknown',
    'getWallet',
    set({ status: 'frozen' }),
    'response.body.open-enum body.status',
  ),
  sabotage(
    'an endorsement has an unknown status',
    'getCustomer',
    setInFirst('endorsements', { status: 'GRANTED' }),
    'response.body.open-enum body.endorsements.0.status',
  ),
  sabotage(
    'an object calls itself another',
    'getWallet',
    set({ object: 'purse' }),
    'response.body.const body.object',
  ),
  sabotage(
    'a date is in words',
    'getCustomer',
    set({ createdAt: 'Saturday' }),
    'response.body.format body.createdAt',
  ),
  sabotage(
    'a date has no time zone',
    'listCustomers',
    setInFirst('data', { updatedAt: '2026-11-21T10:00:00' }),
    'response.body.format body.data.0.updatedAt',
  ),
  sabotage(
    'a new endpoint comes without its secret',
    'createWebhookEndpoint',
    set({ secret: undefined }),
    'response.body.required body.secret',
  ),
];
