import { referenceName } from '../../codegen/src/model/read-model.js';
import type { Body, Operation, Schema } from '../../codegen/src/model/spec-model.js';
import { listOperations, type Spec } from './spec.js';

/** The parts of the repository that have to know each operation. */
export interface Walk {
  readonly spec: Spec;
  /** The text of `packages/client/src/models.ts`. */
  readonly models: string;
  /** The texts of `packages/client/src/resources/`. */
  readonly resources: string;
  /** The texts of `packages/mock-server/src/sandbox/`. */
  readonly sandbox: string;
  /** The ids of the operations that the contract tests call. */
  readonly calls: readonly string[];
}

/** One step of CONTRIBUTING.md: its name, and whether an operation lacks it. */
interface Step {
  readonly name: string;
  readonly isMissing: (walk: Walk, operation: Operation) => boolean;
}

const steps: readonly Step[] = [
  {
    name: 'step 1, spec: no x-oms-source or x-oms-confidence in openapi/paths/',
    isMissing: (_walk, operation) => operation.sources.length === 0 || !operation['x-oms-confidence'],
  },
  {
    name: 'step 2, examples: a body without a named example of openapi/examples/',
    isMissing: (_walk, operation) =>
      bodiesOf(operation).some(({ examples }) => Object.keys(examples).length === 0),
  },
  {
    name: 'step 4, model: a body without a name in packages/client/src/models.ts',
    isMissing: ({ models }, operation) =>
      bodiesOf(operation).some(({ schema }) => !models.includes(`Schema<'${nameOf(schema)}'>`)),
  },
  {
    name: 'step 5, resource: no method in packages/client/src/resources/',
    isMissing: ({ resources }, { name }) => !resources.includes(`/** \`${name}\` — `),
  },
  {
    name: 'step 6, sandbox: no rule in packages/mock-server/src/sandbox/',
    isMissing: ({ sandbox }, { operationId }) =>
      !new RegExp(`\\b${operationId}\\b`).test(sandbox) || sandbox.includes(`no_rule_for_${operationId}`),
  },
  {
    name: 'step 7, contract test: no call in packages/contract-tests/src/calls.ts',
    isMissing: ({ calls }, { operationId }) => !calls.includes(operationId),
  },
];

/** The steps that were forgotten, such as `getThing: step 5, resource: …`; empty when no operation lacks one. */
export function forgottenSteps(walk: Walk): string[] {
  return listOperations(walk.spec).flatMap((operation) => {
    const missing = steps.filter(({ isMissing }) => isMissing(walk, operation));
    return missing.map(({ name }) => `${operation.operationId}: ${name}`);
  });
}

/** The bodies that are the operation's own: errors are shared and stand elsewhere. */
function bodiesOf({ body, responses }: Operation): Body[] {
  const successful = responses.filter(({ status }) => status.startsWith('2'));
  return [body, ...successful.map((response) => response.body)].filter((own) => own !== undefined);
}

const nameOf = ({ $ref = '' }: Schema): string => referenceName($ref);
