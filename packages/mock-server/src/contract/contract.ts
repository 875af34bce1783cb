import type { RawRequest } from '../http/raw-request.js';
import type { Mode } from '../modes/mode.js';
import type { Operation } from '../spec/operation.js';
import type { Spec } from '../spec/spec.js';
import { SpecNode } from '../spec/spec-node.js';
import type { Violation } from '../violations/violation.js';
import { EventJudge } from './event-judge.js';
import { type Exchange, exchangeOf } from './exchange.js';
import { failedExchange, forwardSafely } from './failed-exchange.js';
import { BodyInspector } from './inspect-body.js';
import { type Located, locate } from './locate.js';
import { isError, mostSerious } from './most-serious.js';
import { PrismEngine } from './prism-engine.js';
import { readRequest, unlocatedRequest } from './read-request.js';
import { refusalOf } from './refusal.js';
import { RequestJudge } from './request-judge.js';
import { ResponseJudge } from './response-judge.js';
import { Router } from './router.js';
import { writeOnlyNames } from './write-only-names.js';

/** The operation a request is for, or what may be shown of a request that is for none. */
export interface RequestTarget {
  readonly operationId?: string | undefined;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  /** Whether the operation wants credentials. */
  readonly isSecured: boolean;
}

/** Judges messages by a spec. */
export class Contract {
  readonly #spec: Spec;
  readonly #router: Router;
  readonly #requestJudge: RequestJudge;
  readonly #responseJudge: ResponseJudge;
  readonly #eventJudge: EventJudge;

  private constructor(spec: Spec, engine: PrismEngine) {
    const responses = new BodyInspector(spec.document, writeOnlyNames(SpecNode.of(spec.document)));
    this.#spec = spec;
    this.#router = new Router(spec.operations);
    this.#requestJudge = new RequestJudge(spec, engine, new BodyInspector(spec.document, new Set()));
    this.#responseJudge = new ResponseJudge(spec, engine, responses);
    this.#eventJudge = new EventJudge(spec, responses);
  }

  /** Makes a spec ready to judge by. */
  static async load(spec: Spec): Promise<Contract> {
    return new Contract(spec, await PrismEngine.load(spec));
  }

  /** What is wrong with a webhook event that is about to be sent, given as its JSON. */
  judgeEvent(body: string): readonly Violation[] {
    return mostSerious(this.#eventJudge.judge(body));
  }

  /** What a request is about, before it is read. */
  targetOf(raw: RawRequest): RequestTarget {
    const located = locate(this.#router, this.#spec.basePath, raw);
    if ('operation' in located) return targetOf(located.operation);
    return { method: raw.method, path: located.path, isSecured: false };
  }

  /** Has a request answered: by the mode when it matches the contract or the mode takes all, else by a refusal. */
  async exchange(raw: RawRequest, mode: Mode): Promise<Exchange> {
    const located = locate(this.#router, this.#spec.basePath, raw);
    if ('operation' in located) return this.#exchangeLocated(raw, located, mode);
    const { path, finding, allowed } = located;
    const subject = { method: raw.method, path };
    if (mode.isTransparent !== true)
      return exchangeOf(subject, refusalOf(raw.id, [finding], allowed), [finding]);
    const forwarded = await forwardSafely(mode, unlocatedRequest(raw, path), raw);
    if ('failure' in forwarded) return failedExchange(subject, raw.id, [finding], forwarded);
    return exchangeOf(subject, forwarded, [finding]);
  }

  async #exchangeLocated(raw: RawRequest, located: Located, mode: Mode): Promise<Exchange> {
    const { responseBlame, isTransparent = false } = mode;
    const { operationId, method, template: path } = located.operation;
    const subject = { operationId, method, path, responseBlame };
    const read = readRequest(located, raw);
    const wrong = mostSerious(await this.#requestJudge.judge(located.operation, read));
    if (wrong.some(isError) && !isTransparent) return exchangeOf(subject, refusalOf(raw.id, wrong), wrong);
    const response = await forwardSafely(mode, read.request, raw);
    if ('failure' in response) return failedExchange(subject, raw.id, wrong, response);
    const drift =
      response.isUnjudged === true ? [] : await this.#responseJudge.judge(located.operation, response);
    return exchangeOf(subject, response, [...wrong, ...mostSerious(drift)]);
  }
}

/** An operation as a target of requests. */
export function targetOf({ operationId, method, template: path, isSecured }: Operation): RequestTarget {
  return { operationId, method, path, isSecured };
}
