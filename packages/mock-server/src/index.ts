export type { MockServer } from './server/mock-server.js';
export type { MockServerOptions } from './server/options.js';
export type { RecordedRequest } from './server/recorded-request.js';
export { startMockServer } from './server/start-mock-server.js';
export { SpecError } from './spec/spec-error.js';
export type { ViolationCode } from './violations/code-table.js';
export { ContractViolationError } from './violations/contract-violation-error.js';
export type { Violation } from './violations/violation.js';
