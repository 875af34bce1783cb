// Verifies a delivery, as a Worker does that knows nothing else of OMS.
import { signWebhook, verifyWebhook } from '@oms-sdk/client/webhooks';

const body = JSON.stringify({ event: 'customer.created', data: { id: 'cst_1' } });
const headers = await signWebhook(body, 'whsec_local');
const { event } = await verifyWebhook(body, headers, 'whsec_local');

document.title = `verified: ${event}`;
