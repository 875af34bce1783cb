import type { Mode } from '../message/forward.js';
import type { RawRequest } from '../message/raw-request.js';
import type { Spec } from '../spec/spec.js';
import { SpecNode } from '../spec/spec-node.js';
import { entryOf } from '../violations/code-table.js';
import type { Finding } from '../violations/violation.js';
import { type Exchange, exchangeOf } from './exchange.js';
import { BodyInspector } from './inspect-body.js';
import { type Located, locate } from './locate.js';
import { PrismEngine } from './prism-engine.js';
import { readRequest } from './read-request.js';
import { refusalOf } from './refusal.js';
import { RequestJudge } from './request-judge.js';
import { ResponseJudge } from './response-judge.js';
import { Router } from './router.js';
import { writeOnlyNames } from './write-only-names.js';

/** More findings than this in one message are dropped. */
const mostFindings = 100;

/** Judges messages by a spec. */
export class Contract {
  readonly #spec: Spec;
  readonly #router: Router;
  readonly #requestJudge: RequestJudge;
  readonly #responseJudge: ResponseJudge;

  private constructor(spec: Spec, engine: PrismEngine) {
    const inspector = new BodyInspector(spec.document, writeOnlyNames(SpecNode.of(spec.document)));
    this.#spec = spec;
    this.#router = new Router(spec.operations);
    this.#requestJudge = new RequestJudge(spec, engine, inspector);
    this.#responseJudge = new ResponseJudge(engine, inspector);
  }

  /** Makes a spec ready to judge by. */
  static async load(spec: Spec): Promise<Contract> {
    return new Contract(spec, await PrismEngine.load(spec));
  }

  /** Has a request answered: by the mode when it keeps the contract, by a refusal when it does not. */
  async exchange(raw: RawRequest, mode: Mode): Promise<Exchange> {
    const located = locate(this.#router, this.#spec.basePath, raw);
    if ('operation' in located) return this.#exchangeLocated(raw, located, mode);
    const { path, finding, allowed } = located;
    return exchangeOf({ method: raw.method, path }, refusalOf(raw.id, [finding], allowed), [finding]);
  }

  async #exchangeLocated(
    raw: RawRequest,
    located: Located,
    { forward, responseBlame }: Mode,
  ): Promise<Exchange> {
    const { operationId, method, template: path } = located.operation;
    const subject = { operationId, method, path, responseBlame };
    const read = readRequest(located, raw);
    const wrong = (await this.#requestJudge.judge(located.operation, read)).slice(0, mostFindings);
    if (wrong.some(isError)) return exchangeOf(subject, refusalOf(raw.id, wrong), wrong);
    const answer = await forward(read.request);
    const drift =
      answer.isUnjudged === true ? [] : await this.#responseJudge.judge(located.operation, answer);
    return exchangeOf(subject, answer, [...wrong, ...drift.slice(0, mostFindings)]);
  }
}

function isError({ code }: Finding): boolean {
  return entryOf(code).severity === 'error';
}
