export {
  type CreateSandboxOptions,
  createSandbox,
  type StandaloneSandbox,
} from './sandbox/create-sandbox.js';
export type { Delivery } from './sandbox/delivery.js';
export type { WebhookHabits } from './sandbox/delivery-habits.js';
export type { EndorsementName, EndorsementStatus, Ruling } from './sandbox/endorsements.js';
export type { Change, Journal } from './sandbox/journal.js';
export type { PutOffRuling, SandboxControls } from './sandbox/sandbox-controls.js';
export type { Deliver } from './sandbox/sandbox-settings.js';
