import type { RawRequest } from '../http/message.js';
import type { Mode } from '../modes/mode.js';
import type { Operation } from '../spec/operation.js';
import { readSpec } from '../spec/read-spec.js';
import type { Spec } from '../spec/spec.js';
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

/** Checks messages against a spec. */
export class Contract {
  readonly #spec: Spec;
  readonly #router: Router;
  readonly #messages: MessageChecks;
  readonly #events: EventChecks;

  private constructor(spec: Spec, prism: PrismEngine) {
    const inspector = new BodyInspector(spec.document);
    this.#spec = spec;
    this.#router = new Router(spec.operations);
    this.#messages = new MessageChecks(spec, prism, inspector);
    this.#events = new EventChecks(spec, inspector);
  }

  /** Makes a spec ready to check against. Rejects with SpecError for one that cannot be used. */
  static async open(source: string | object | undefined): Promise<[Spec, Contract]> {
    try {
      const spec = await readSpec(source);
      return [spec, new Contract(spec, await PrismEngine.load(spec))];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new SpecError('', 'it is nested too deeply, or too large', 'Give its schemas fewer levels');
    }
  }

  /** What is wrong with a webhook event that is about to be sent, given as its JSON. */
  checkEvent(body: string): readonly Violation[] {
    return this.#events.violationsIn(body);
  }

  /** The events of the spec: an example of each, and where one breaks its schema, given as its JSON. */
  events() {
    const problemIn = (body: string) => {
      const [first] = this.checkEvent(body).filter(({ severity }) => severity === 'error');
      return first && `${first.location.slice(1).join('.')}: ${first.message}`;
    };
    return { examples: this.#events.examples(), problemIn };
  }

  /** The first thing wrong with a value as the JSON body of an operation; undefined where the spec has none. */
  checkBody(operationId: string, body: unknown): Finding | undefined {
    const operation = this.#spec.operations.find((candidate) => candidate.operationId === operationId);
    return operation && this.#messages.ofBody(operation, body);
  }

  /** What a request is about, before it is read. */
  targetOf(raw: RawRequest): RequestTarget {
    const located = locate(this.#router, this.#spec.basePath, raw);
    if ('operation' in located) return targetOf(located.operation);
    return { method: raw.method, path: located.path, isSecured: false };
  }

  /** Handles a request: by the mode when it keeps the contract or the mode takes all, else by a refusal. */
  async exchange(raw: RawRequest, mode: Mode): Promise<Exchange> {
    const located = locate(this.#router, this.#spec.basePath, raw);
    if ('operation' in located) return this.#exchangeLocated(raw, located, mode);
    const { path, finding, allowed } = located;
    const subject = { method: raw.method, path };
    if (mode.isTransparent !== true) return refusedExchange(subject, raw.id, [finding], allowed);
    const forwarded = await forwardSafely(mode, unlocatedRequest(raw, path));
    if ('failure' in forwarded) return failedExchange(subject, raw.id, [finding], forwarded);
    return exchangeOf(subject, forwarded, [finding]);
  }

  async #exchangeLocated(raw: RawRequest, located: Located, mode: Mode): Promise<Exchange> {
    const { responseBlame, isTransparent = false } = mode;
    const { operationId, method, template: path } = located.operation;
    const subject = { operationId, method, path, responseBlame };
    const read = readRequest(located, raw);
    const inRequest = mostSerious(await this.#messages.request(located.operation, read));
    if (inRequest.some(isError) && !isTransparent) return refusedExchange(subject, raw.id, inRequest);
    const response = await forwardSafely(mode, read.request);
    if ('failure' in response) return failedExchange(subject, raw.id, inRequest, response);
    const inResponse =
      response.isUnchecked === true ? [] : await this.#messages.response(located.operation, response);
    return exchangeOf(subject, response, [...inRequest, ...mostSerious(inResponse)]);
  }
}

/** An operation as a target of requests. */
export function targetOf({ operationId, method, template: path, isSecured }: Operation): RequestTarget {
  return { operationId, method, path, isSecured };
}
