import type {
  Customer,
  CustomerCreateParams,
  OmsClient,
  WebhookEndpoint,
  WebhookEndpointCreated,
} from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';

declare const client: OmsClient;
declare const customer: Customer;
declare const endpoint: WebhookEndpoint;
declare const created: WebhookEndpointCreated;

/* CAN send identity data, and read what the API shows. */
export const params: CustomerCreateParams = {
  type: 'individual',
  birthDate: '1990-05-15',
  ipAddress: '203.0.113.10',
  residentialAddress: { line1: '123 Main St', country: 'US' },
  identifyingInformation: [{ type: 'ssn', issuingCountry: 'US', number: '000-00-0000' }],
};
export const readable: [string, string | null | undefined, string] = [
  customer.id,
  customer.firstName,
  created.secret,
];

/* CANNOT read identity data or a secret back. */
// @ts-expect-error birthDate goes in and never comes out
void customer.birthDate;
// @ts-expect-error residentialAddress goes in and never comes out
void customer.residentialAddress;
// @ts-expect-error ipAddress goes in and never comes out
void customer.ipAddress;
// @ts-expect-error identifyingInformation goes in and never comes out
void customer.identifyingInformation;
// @ts-expect-error the secret is in the response to the creation alone
void endpoint.secret;

/* CANNOT read it in any response, whichever way it came. */
export async function readAnswers(): Promise<void> {
  const updated = await client.customers.update('cst_1', {});
  // @ts-expect-error the response to an update has no identity data
  void updated.birthDate;
  const { data } = await client.customers.create(params).withResponse();
  // @ts-expect-error the response to a creation has no identity data
  void data.identifyingInformation;
  const page = await client.customers.list();
  // @ts-expect-error the customers of a page have no identity data
  void page.data[0]?.ipAddress;
  const byPath = await openapiFetch(client).GET('/customers');
  // @ts-expect-error a response of openapi-fetch has no identity data
  void byPath.data?.data[0]?.residentialAddress;
  const endpoints = await client.webhookEndpoints.list();
  // @ts-expect-error a list of endpoints has no secrets
  void endpoints.data[0]?.secret;
  const token = await client.auth.createToken({ apiKey: 'key', apiSecret: 'secret' });
  // @ts-expect-error a token response does not contain the secret
  void token.apiSecret;
}
