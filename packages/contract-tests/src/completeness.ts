/** The parts of the repository that have to know each operation. */
export interface Walk {
  readonly spec: WalkedSpec;
  /** The text of `packages/client/src/models.ts`. */
  readonly models: string;
  /** The texts of `packages/client/src/resources/`. */
  readonly resources: string;
  /** The texts of `packages/mock-server/src/sandbox/`. */
  readonly sandbox: string;
  /** The ids of the operations that the contract tests call. */
  readonly calls: readonly string[];
}

/** The parts of the bundled spec that are read for it. */
export interface WalkedSpec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, WalkedOperation>>>>;
}

interface WalkedOperation {
  readonly operationId?: string;
  readonly requestBody?: WalkedBody;
  readonly responses?: Readonly<Record<string, WalkedBody>>;
  readonly 'x-oms-source'?: readonly string[];
  readonly 'x-oms-confidence'?: string;
}

interface WalkedBody {
  readonly content?: Readonly<
    Record<string, { readonly schema?: { readonly $ref?: string }; readonly examples?: object }>
  >;
}

/** One step of CONTRIBUTING.md: its name, and whether an operation lacks it. */
interface Step {
  readonly name: string;
  readonly isMissing: (walk: Walk, operation: WalkedOperation, method: string, path: string) => boolean;
}

const steps: readonly Step[] = [
  {
    name: 'step 1, spec: no x-oms-source or x-oms-confidence in openapi/paths/',
    isMissing: (_walk, operation) => !operation['x-oms-source']?.length || !operation['x-oms-confidence'],
  },
  {
    name: 'step 2, examples: a body without a named example of openapi/examples/',
    isMissing: (_walk, operation) =>
      bodiesOf(operation).some(({ examples }) => Object.keys(examples ?? {}).length === 0),
  },
  {
    name: 'step 4, model: a body without a name in packages/client/src/models.ts',
    isMissing: ({ models }, operation) =>
      bodiesOf(operation).some(({ schema }) => !models.includes(`Schemas['${nameOf(schema)}']`)),
  },
  {
    name: 'step 5, resource: no method in packages/client/src/resources/',
    isMissing: ({ resources }, _operation, method, path) =>
      !resources.includes(`/** \`${method} ${path}\` — `),
  },
  {
    name: 'step 6, sandbox: no rule in packages/mock-server/src/sandbox/',
    isMissing: ({ sandbox }, { operationId }) => !new RegExp(`\\b${operationId}\\b`).test(sandbox),
  },
  {
    name: 'step 7, contract test: no call in packages/contract-tests/src/calls.ts',
    isMissing: ({ calls }, { operationId = '' }) => !calls.includes(operationId),
  },
];

/** The steps that were forgotten, such as `getThing: step 5, resource: …`; empty when no operation lacks one. */
export function forgottenSteps(walk: Walk): string[] {
  return Object.entries(walk.spec.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      if (operation.operationId === undefined) return [];
      const missing = steps.filter(({ isMissing }) => isMissing(walk, operation, method.toUpperCase(), path));
      return missing.map(({ name }) => `${operation.operationId}: ${name}`);
    }),
  );
}

/** The bodies that are the operation's own: errors are shared and stand elsewhere. */
function bodiesOf({ requestBody, responses = {} }: WalkedOperation) {
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return [requestBody, ...answers.map(([, answer]) => answer)].flatMap((body) =>
    Object.values(body?.content ?? {}),
  );
}

const nameOf = (schema: { readonly $ref?: string } | undefined): string =>
  schema?.$ref?.split('/').at(-1) ?? '';
