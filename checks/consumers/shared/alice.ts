import type { CustomerCreateParams } from '@oms-sdk/client';

/** A made-up customer with all that the endorsements ask for. */
export const alice: CustomerCreateParams = {
  type: 'individual',
  firstName: 'Alice',
  lastName: 'Martin',
  email: 'alice@example.com',
  phone: '+15555550123',
  birthDate: '1990-05-15',
  nationality: 'US',
  signedAgreement: true,
  residentialAddress: {
    line1: '123 Main St',
    city: 'New York',
    state: 'NY',
    zipCode: '10001',
    country: 'US',
  },
  identifyingInformation: [{ type: 'ssn', issuingCountry: 'US', number: '000-00-0000' }],
  endorsements: ['basic', 'cryptoCustody'],
};
