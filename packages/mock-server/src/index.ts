export type { InjectedFault } from './faults/counted-fault.js';
export type { FaultKind, FaultMoment, FaultRule, FaultSelection } from './faults/fault-rule.js';
export { FaultRuleError } from './faults/fault-rule.js';
export type { FaultControls } from './faults/faults.js';
export { UnhitFaultError } from './faults/faults.js';
export { parseFault } from './faults/parse-fault.js';
export type { RecordedRequest } from './observers/observer.js';
export type { MockServerOptions } from './options.js';
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
export type {
  Deliver,
  DeliveryContext,
  DeliveryOptions,
  DeliveryResponse,
} from './sandbox/webhooks/delivery-options.js';
export type { Delivery } from './sandbox/webhooks/delivery-queue.js';
export type { TriggerOptions } from './sandbox/webhooks/triggers.js';
export type { GivenEndpoint } from './sandbox/webhooks/webhook-endpoints.js';
export { type MockServer, startMockServer } from './server.js';
export { SpecError } from './spec/spec-error.js';
export { StateError } from './state/state-error.js';
export type { ViolationCode } from './violations/code-table.js';
export type { Violation } from './violations/violation.js';
export { ContractViolationError } from './violations/violation.js';
