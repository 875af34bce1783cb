import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import { isJsonObject, type JsonObject, toPointer } from '../../json/json-object.js';
import type { Operation } from '../../spec/operation.js';
import type { Spec } from '../../spec/spec.js';
import { SpecError } from '../../spec/spec-error.js';
import { nameMaps } from '../../spec/spec-walk.js';
import type { Finding } from '../../violations/violation.js';
import { readDiagnostic } from './prism-findings.js';

type Prism = ReturnType<typeof createInstance>;

const ignore = () => undefined;

/** Prism asks for a logger and would write values of messages into it. */
const silentLogger = {
  child: () => silentLogger,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
} as unknown as Parameters<typeof createInstance>[1]['logger'];

/** A request as Prism takes it. */
export type PrismRequest = Parameters<Prism['request']>[0];

/** A response as Prism takes it. */
export interface PrismResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

const network = {
  isProxy: true as const,
  upstream: new URL('http://in-process.invalid'),
  upstreamProxy: undefined,
};
const shared = { ...network, mock: { dynamic: false }, errors: false };
const requestOnly = { ...shared, checkSecurity: true, validateRequest: true, validateResponse: false };
const responseOnly = { ...shared, checkSecurity: false, validateRequest: false, validateResponse: true };

const noResponse: PrismResponse = { statusCode: 200, headers: {}, body: undefined };

/** Prism with its network replaced by a function and its mocker out of the way: what is left checks messages. */
export class PrismEngine {
  readonly #operations: ReadonlyMap<string, IHttpOperation>;
  readonly #responses = new WeakMap<object, PrismResponse>();
  readonly #prism: Prism = createInstance(requestOnly, {
    logger: silentLogger,
    // It is asked with the one operation that the request is for.
    route: ({ resources: [operation] }) => ({ _tag: 'Right', right: operation as IHttpOperation }),
    forward: ({ data }) => {
      return () => async () => ({ _tag: 'Right', right: this.#responses.get(data) ?? noResponse });
    },
  });

  private constructor(operations: readonly IHttpOperation[]) {
    this.#operations = new Map(
      operations.map((operation) => [keyOf(operation.method, operation.path), operation]),
    );
  }

  /** Hands the spec to Prism. Throws SpecError when Prism cannot make anything of it. */
  static async load({ document, operations }: Spec): Promise<PrismEngine> {
    const engine = await PrismEngine.#read(document);
    for (const { method, template } of operations) {
      if (engine.#operations.has(keyOf(method, template))) continue;
      const pointer = toPointer(['paths', template]);
      throw new SpecError(pointer, `Prism finds no ${method} at this path`, 'Write the path in another way');
    }
    return engine;
  }

  static async #read(document: Spec['document']): Promise<PrismEngine> {
    try {
      return new PrismEngine(await getHttpOperationsFromSpec(prismSpec(document)));
    } catch (error) {
      if (error instanceof RangeError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new SpecError(
        '',
        `Prism cannot read it: ${reason}`,
        'Lint it, for example with `npx @redocly/cli lint`',
      );
    }
  }

  /** What is wrong with a request. */
  async checkRequest(operation: Operation, request: PrismRequest): Promise<Finding[]> {
    const { input } = await this.#ask(operation, request, requestOnly);
    return input.flatMap((diagnostic) => readDiagnostic('request', operation, diagnostic));
  }

  /** What is wrong with a response. */
  async checkResponse(operation: Operation, response: PrismResponse): Promise<Finding[]> {
    const method = operation.method.toLowerCase() as PrismRequest['method'];
    const request = { method, url: { path: operation.template } };
    this.#responses.set(request, response);
    const { output } = await this.#ask(operation, request, responseOnly);
    return output.flatMap((diagnostic) => readDiagnostic('response', operation, diagnostic));
  }

  async #ask(operation: Operation, request: PrismRequest, config: typeof requestOnly) {
    const key = keyOf(operation.method, operation.template);
    const resource = this.#operations.get(key);
    if (resource === undefined) throw new Error(`Prism does not know ${key}`);
    const result = await this.#prism.request(request, [resource], config)();
    if (result._tag === 'Left') throw result.left;
    return result.right.validations;
  }
}

function keyOf(method: string, template: string): string {
  return `${method.toUpperCase()} ${template}`;
}

/** Keys Prism has no use for here. Samples and prose cost it a third of the start-up time. */
const unused = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'deprecated',
]);

/** Prism rounds: 19.99 would be no multiple of 0.01. */
const misread = 'multipleOf';

/**
 * A copy of the spec as Prism has to see it: with the JSON Schema dialect it would otherwise not assume, without
 * open enums (whose unknown values are drift, not errors), and free for Prism to change.
 */
function prismSpec(document: JsonObject): object {
  const { webhooks: _, ...rest } = document;
  const dialect = 'https://json-schema.org/draft/2020-12/schema';
  return { ...(stripped(rest, false) as object), jsonSchemaDialect: dialect };
}

function stripped(value: unknown, isNameMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => stripped(item, false));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => isNameMap || !isUnused(key, value));
  return Object.fromEntries(kept.map(([key, item]) => [key, copyOf(key, item, isNameMap)]));
}

function copyOf(key: string, value: unknown, isNameMap: boolean): unknown {
  const isData = !isNameMap && (key === 'enum' || key === 'const' || key === 'default');
  return isData ? structuredClone(value) : stripped(value, !isNameMap && nameMaps.has(key));
}

function isUnused(key: string, owner: JsonObject): boolean {
  return (
    unused.has(key) ||
    key === misread ||
    key.startsWith('x-') ||
    (key === 'enum' && owner['x-oms-open-enum'] === true)
  );
}
