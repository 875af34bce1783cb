import { type Sabotage, sabotage, set, setInFirst } from './sabotage.js';

/** Responses that return write-only values. */
export const leaks: readonly Sabotage[] = [
  sabotage(
    'a birth date comes back',
    'getCustomer',
    set({ birthDate: '1990-05-15' }),
    'response.body.write-only body.birthDate',
  ),
  sabotage(
    'an address comes back',
    'createCustomer',
    set({ residentialAddress: { city: 'New York' } }),
    'response.body.write-only body.residentialAddress',
  ),
  sabotage(
    'documents come back',
    'getCustomer',
    set({ identifyingInformation: [{ type: 'ssn', number: '000-00-0000' }] }),
    'response.body.write-only body.identifyingInformation',
  ),
  sabotage(
    'an IP address comes back from a deletion',
    'deleteCustomer',
    set({ ipAddress: '203.0.113.7' }),
    'response.body.write-only body.ipAddress',
  ),
  sabotage(
    'a birth date comes back in a list',
    'listCustomers',
    setInFirst('data', { birthDate: '1990-05-15' }),
    'response.body.write-only body.data.0.birthDate',
  ),
  sabotage(
    'a birth date comes back in an endorsement',
    'getCustomer',
    setInFirst('endorsements', { birthDate: '1990-05-15' }),
    'response.body.write-only body.endorsements.0.birthDate',
  ),
  sabotage(
    'a request comes back inside of what the spec has not',
    'createCustomer',
    set({ debug: { request: { birthDate: '1990-05-15' } } }),
    'response.body.undeclared-property body.debug',
    'response.body.write-only body.debug.request.birthDate',
  ),
  sabotage(
    'the secret of the key comes back with the token',
    'createToken',
    set({ apiSecret: 'example-api-secret' }),
    'response.body.write-only body.apiSecret',
  ),
  sabotage(
    'the secret of an endpoint comes back later',
    'getWebhookEndpoint',
    set({ secret: 'whsec_example' }),
    'response.body.undeclared-property body.secret',
  ),
];
