import type { RawRequest } from '../http/message.js';
import type { JsonObject } from '../json/json-object.js';
import type { Mode } from '../modes/mode.js';
import type { Operation } from '../spec/operation.js';
import { readSpec, type Spec } from '../spec/spec.js';
import { SpecError } from '../spec/spec-error.js';
import { type Finding, isError, mostSerious, type Violation } from '../violations/violation.js';
import { EventChecks } from './event-checks.js';
import { type Exchange, exchangeOf, failedExchange, forwardSafely, refusedExchange } from './exchange.js';
import { BodyInspector } from './inspect-body.js';
import { type Located, locate, Router } from './locate-request.js';
import { MessageChecks } from './message-checks.js';
import { PrismEngine } from './prism/prism-engine.js';
import { readRequest, unlocatedRequest } from './read-message.js';

/** The operation a request is for, or what may be shown of a request that is for none. */
export interface RequestTarget {
  readonly operationId?: string | undefined;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  /** Whether the operation wants credentials. */
  readonly isSecured: boolean;
}

type Source = string | object | undefined;

/** A spec, and what checks messages against it. */
interface Checks {
  readonly spec: Spec;
  readonly router: Router;
  readonly messages: MessageChecks;
  readonly events: EventChecks;
}

/** Rejects with SpecError for a spec that cannot be used. */
async function openChecks(source: Source, changes: JsonObject): Promise<Checks> {
  try {
    const spec = await readSpec(source, changes);
    const prism = await PrismEngine.load(spec);
    const inspector = new BodyInspector(spec.document);
    return {
      spec,
      router: new Router(spec.operations),
      messages: new MessageChecks(spec, prism, inspector),
      events: new EventChecks(spec, inspector),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SpecError('', 'it is nested too deeply, or too large', 'Give its schemas fewer levels');
  }
}

/** Checks messages against a spec. */
export class Contract {
  readonly #source: Source;
  readonly #first: Checks;
  /** By their changes: they are few, and a test may go back and forth. */
  readonly #opened: Map<string, Checks>;
  #checks: Checks;

  private constructor(source: Source, changes: JsonObject, checks: Checks) {
    this.#source = source;
    this.#first = checks;
    this.#opened = new Map([[JSON.stringify(changes), checks]]);
    this.#checks = checks;
  }

  /** Makes a spec, changed by a merge patch, ready to check against. Rejects with SpecError for one that cannot be used. */
  static async open(source: Source, changes: JsonObject = {}): Promise<Contract> {
    return new Contract(source, changes, await openChecks(source, changes));
  }

  /** What messages are checked against. */
  get spec(): Spec {
    return this.#checks.spec;
  }

  /** Makes the spec ready with other changes. Messages are checked against that once the returned function is called. */
  async prepare(changes: JsonObject): Promise<() => void> {
    const key = JSON.stringify(changes);
    const checks = this.#opened.get(key) ?? (await openChecks(this.#source, changes));
    this.#opened.set(key, checks);
    return () => {
      this.#checks = checks;
    };
  }

  /** Checks against the changes again that it was opened with. */
  reset(): void {
    this.#checks = this.#first;
  }

  /** What is wrong with a webhook event that is about to be sent, given as its JSON. */
  checkEvent(body: string): readonly Violation[] {
    return this.#checks.events.violationsIn(body);
  }

  /** The events of the spec: an example of each, and where one breaks its schema, given as its JSON. */
  events() {
    const problemIn = (body: string) => {
      const [first] = this.checkEvent(body).filter(({ severity }) => severity === 'error');
      return first && `${first.location.slice(1).join('.')}: ${first.message}`;
    };
    return { examples: this.#checks.events.examples(), problemIn };
  }

  /** The first thing wrong with a value as the JSON body of an operation; undefined where the spec has none. */
  checkBody(operationId: string, body: unknown): Finding | undefined {
    const { spec, messages } = this.#checks;
    const operation = spec.operations.find((candidate) => candidate.operationId === operationId);
    return operation && messages.ofBody(operation, body);
  }

  /** What a request is about, before it is read. */
  targetOf(raw: RawRequest): RequestTarget {
    const located = this.#locate(raw);
    if ('operation' in located) return targetOf(located.operation);
    return { method: raw.method, path: located.path, isSecured: false };
  }

  /** Handles a request: by the mode when it keeps the contract or the mode takes all, else by a refusal. */
  async exchange(raw: RawRequest, mode: Mode): Promise<Exchange> {
    const located = this.#locate(raw);
    if ('operation' in located) return this.#exchangeLocated(raw, located, mode);
    const { path, finding, allowed } = located;
    const subject = { method: raw.method, path, refuse: mode.refuse };
    if (mode.isTransparent !== true) return refusedExchange(subject, raw.id, [finding], allowed);
    const forwarded = await forwardSafely(mode, unlocatedRequest(raw, path));
    if ('failure' in forwarded) return failedExchange(subject, raw.id, [finding], forwarded);
    return exchangeOf(subject, forwarded, [finding]);
  }

  async #exchangeLocated(raw: RawRequest, located: Located, mode: Mode): Promise<Exchange> {
    const { responseBlame, isTransparent = false, refuse } = mode;
    const { operationId, method, template: path } = located.operation;
    const subject = { operationId, method, path, responseBlame, refuse };
    const read = readRequest(located, raw);
    const inRequest = mostSerious(await this.#checks.messages.request(located.operation, read));
    if (inRequest.some(isError) && !isTransparent) return refusedExchange(subject, raw.id, inRequest);
    const response = await forwardSafely(mode, read.request);
    if ('failure' in response) return failedExchange(subject, raw.id, inRequest, response);
    const inResponse =
      response.isUnchecked === true ? [] : await this.#checks.messages.response(located.operation, response);
    return exchangeOf(subject, response, [...inRequest, ...mostSerious(inResponse)]);
  }

  #locate(raw: RawRequest) {
    const { router, spec } = this.#checks;
    return locate(router, spec.basePath, raw);
  }
}

/** An operation as a target of requests. */
export function targetOf({ operationId, method, template: path, isSecured }: Operation): RequestTarget {
  return { operationId, method, path, isSecured };
}
