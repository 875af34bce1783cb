export { advise, countryCodes, type KycAdvice } from './kyc/advise.js';
export { explain, type KycExplanation, type KycFieldProblem } from './kyc/explain.js';
export { customerFields, type KycChoice, type KycField } from './kyc/field.js';
export type { KycIssue } from './kyc/find-issues.js';
export { type OnboardingPlan, planEndorsement, planOnboarding } from './kyc/plan.js';
export type { EndorsementPlan, KycActor, KycReason } from './kyc/plan-alone.js';
export type { UnknownRequirement } from './kyc/read-requirements.js';
export {
  type KycFormValues,
  type KycPlan,
  toCustomerUpdate,
  validatorForPlan,
} from './kyc/validator-for-plan.js';
export {
  type KycResult,
  type KycValidator,
  type RequestBodies,
  type ValueAt,
  validatorFor,
  validatorForBody,
} from './kyc/validators.js';
