import type { Import } from './find-imports.js';

/** One rule of the map: what it says, and which imports break it. */
export interface LayerRule {
  readonly says: string;
  readonly isBrokenBy: (edge: Import) => boolean;
}

/** The sources of the client, below `packages/`. */
export const client = 'client/src';
/** The sources of the mock server, below `packages/`. */
export const mock = 'mock-server/src';
const readersOfWireTypes = ['models.ts', 'calls/http.ts', 'openapi-fetch.ts'].map(
  (file) => `${client}/${file}`,
);
const typesForResources = ['calls/http.ts', 'calls/api-promise.ts', 'models.ts', 'options.ts'].map(
  (file) => `${client}/${file}`,
);
const codeForResources = ['calls/wait-for-endorsement.ts', 'resources/bind-methods.ts'].map(
  (file) => `${client}/${file}`,
);

/** The stages of a call's life. */
const stages = ['calls', 'request', 'config', 'steps', 'response', 'token'].map(
  (name) => `${client}/${name}`,
);

/** Whether a file lies in a folder. */
export const isIn = (folder: string, path: string) => path.startsWith(`${folder}/`);

const isInStage = (path: string) => stages.some((stage) => isIn(stage, path));

/** Which folder may use which: the map of AGENTS.md. */
export const layerRules: readonly LayerRule[] = [
  {
    says: 'only the models, the typed calls and the openapi-fetch entry read the generated wire types',
    isBrokenBy: ({ from, to }) =>
      to === `${client}/generated/openapi.gen.ts` && !readersOfWireTypes.includes(from),
  },
  {
    says: 'only the stages, webhooks/, kyc/, client.ts and index.ts read generated facts',
    isBrokenBy: ({ from, to }) =>
      isIn(`${client}/generated`, to) &&
      !to.endsWith('/openapi.gen.ts') &&
      !isInStage(from) &&
      !isIn(`${client}/webhooks`, from) &&
      !isIn(`${client}/kyc`, from) &&
      ![`${client}/client.ts`, `${client}/index.ts`].includes(from),
  },
  {
    says: 'resources import the types of calls/http, its promises, models and options, and how to wait and to bind',
    isBrokenBy: ({ from, to, isTypeOnly }) =>
      isIn(`${client}/resources`, from) &&
      !codeForResources.includes(to) &&
      !(isTypeOnly && typesForResources.includes(to)),
  },
  {
    says: 'errors import errors alone',
    isBrokenBy: ({ from, to }) => isIn(`${client}/errors`, from) && !isIn(`${client}/errors`, to),
  },
  {
    says: 'the stages do not know the resources or the client that use them',
    isBrokenBy: ({ from, to }) =>
      isInStage(from) && (isIn(`${client}/resources`, to) || to === `${client}/client.ts`),
  },
  {
    says: 'nothing imports an index.ts',
    isBrokenBy: ({ to }) => to.endsWith('/src/index.ts'),
  },
  {
    says: 'the client takes nothing from outside but openapi-fetch in its entry, and for nodeFetch the types of Node',
    isBrokenBy: ({ from, to, isTypeOnly }) =>
      isIn(client, from) &&
      !isIn(client, to) &&
      !(to === 'openapi-fetch' && from === `${client}/openapi-fetch.ts`) &&
      !(
        (isIn(`${client}/node`, from) || from === `${client}/node.ts`) &&
        to.startsWith('node:') &&
        isTypeOnly
      ),
  },
  {
    says: 'only the node entry uses the Node transport',
    isBrokenBy: ({ from, to }) =>
      isIn(`${client}/node`, to) && !isIn(`${client}/node`, from) && from !== `${client}/node.ts`,
  },
  {
    says: 'only the kyc entry uses kyc/ and its tables',
    isBrokenBy: ({ from, to }) =>
      (isIn(`${client}/kyc`, to) || to.startsWith(`${client}/generated/kyc-`)) &&
      !isIn(`${client}/kyc`, from) &&
      from !== `${client}/kyc.ts`,
  },
  {
    says: 'only contract/ imports Prism',
    isBrokenBy: ({ from, to }) => to.startsWith('@stoplight/') && !isIn(`${mock}/contract`, from),
  },
  {
    says: 'sandbox/ runs without contract/, faults/ and Node',
    isBrokenBy: ({ from, to }) =>
      isIn(`${mock}/sandbox`, from) &&
      (isIn(`${mock}/contract`, to) || isIn(`${mock}/faults`, to) || to.startsWith('node:')),
  },
];
