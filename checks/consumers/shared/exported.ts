import { type Customer, OmsClient } from '@oms-sdk/client';
import {
  planEndorsement,
  planOnboarding,
  validatorFor,
  validatorForBody,
  validatorForPlan,
} from '@oms-sdk/client/kyc';
import { nodeFetch } from '@oms-sdk/client/node';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { fakeCall, fakeClient } from '@oms-sdk/client/testing';
import { createNodeWebhookHandler, createWebhookHandler, verifyWebhook } from '@oms-sdk/client/webhooks';
/** What a module exports without naming its types; its declarations have to name them. */
export const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any' });
export const patient = oms.withOptions({ timeoutMs: 1000 });
export const list = () => oms.customers.list();
export const pages = () => oms.customers.list().pages();
export const items = () => oms.customers.list().toArray({ limit: 3 });
export const create = () => oms.customers.create({ type: 'individual' });
export const withResponse = () => oms.customers.get('cst_1').withResponse();
export const asResponse = () => oms.customers.get('cst_1').asResponse();
export const wallet = async () => oms.wallets.create('cst_1', { asset: 'usdc', chain: 'polygon' });
export const customers = oms.customers;
export const { get } = oms.customers;
export const wait = oms.customers.waitForEndorsement;
export const endpoints = () => oms.webhookEndpoints.list();
export const schemas = () => oms.externalAccounts.listSchemas();
export const account = oms.externalAccounts.create;
export const token = oms.auth.createToken;
export const any = () => oms.request('GET', '/anything');
export const api = openapiFetch(oms);
export const got = () => api.GET('/customers/{customerId}', { params: { path: { customerId: 'cst_1' } } });
export const handler = createWebhookHandler({ secret: 'whsec_any', on: {} });
export const nodeHandler = createNodeWebhookHandler({ secret: 'whsec_any', on: {} });
export const event = () => verifyWebhook('', {}, 'whsec_any');
export const transport = nodeFetch();
export const fake = fakeClient({ customers: { get: () => fakeCall<Customer>(get('cst_1')) } });
export const plan = async () => planEndorsement(await get('cst_1'), 'usd');
export const onboarding = async () => planOnboarding(await get('cst_1'), ['basic', 'usd']);
export const ofField = validatorFor('residentialAddress.country');
export const ofBody = validatorForBody('createCustomer');
export const ofForm = async () => validatorForPlan(await plan());
export class Service {
  readonly oms = new OmsClient();
  list = this.oms.customers.list;
}
