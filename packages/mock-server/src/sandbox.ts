export {
  type CreateSandboxOptions,
  createSandbox,
  type StandaloneSandbox,
} from './sandbox/create-sandbox.js';
export type { Dialect, DialectOptions, DialectPreset, GivenDialect } from './sandbox/dialect.js';
export type { EndorsementName, EndorsementStatus, ReviewDecision } from './sandbox/rules/endorsements.js';
export type { Checks, ScenarioName } from './sandbox/rules/evaluation.js';
export type {
  ActiveScenario,
  ScenarioControls,
  ScenarioMatch,
  ScenarioRule,
} from './sandbox/rules/scenarios.js';
export type { SandboxControls } from './sandbox/sandbox-controls.js';
export type { SeededIds } from './sandbox/seed/put-in.js';
export { type SeedCustomer, type SeedData, SeedDataError, type SeedPath } from './sandbox/seed/seed-data.js';
export type { Change, Journal } from './sandbox/state/tables.js';
export type { Deliver, DeliveryContext, DeliveryOptions } from './sandbox/webhooks/delivery-options.js';
export type { Delivery } from './sandbox/webhooks/delivery-queue.js';
export type { TriggerOptions } from './sandbox/webhooks/triggers.js';
