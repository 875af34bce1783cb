import type { Customer, CustomerCreateParams, EndorsementName, OmsClient } from '@oms-sdk/client';

declare const oms: OmsClient;
declare const customer: Customer;
declare const name: string | undefined;
declare const endorsement: EndorsementName;

/* CAN send what may be undefined, also with exactOptionalPropertyTypes. */
oms.customers.create({ type: 'individual', firstName: name, residentialAddress: { line1: name } });
oms.customers.update('cst_1', { email: name, metadata: undefined });
oms.customers.list({ email: name, limit: undefined });
oms.webhookEndpoints.update('whe_1', { url: name });
({ type: 'individual', phone: name }) satisfies CustomerCreateParams;

/* CAN send what was read, also a value that this version does not know. */
oms.customers.list({ status: customer.status });
oms.customers.update('cst_1', { endorsements: [endorsement] });
oms.customers.waitForEndorsement('cst_1', endorsement);

/* CANNOT send a value that nobody read. */
// @ts-expect-error
oms.customers.list({ status: 'closed' });
// @ts-expect-error
oms.customers.update('cst_1', { endorsements: ['crypto'] });
// @ts-expect-error
oms.customers.waitForEndorsement('cst_1', 'crypto');
