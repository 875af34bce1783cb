import type { Answer } from '../message/answer.js';
import { type Operation, responseFor } from '../spec/operation.js';
import type { Spec } from '../spec/spec.js';
import type { Finding } from '../violations/violation.js';
import { toEngineResponse } from './engine-message.js';
import type { BodyInspector } from './inspect-body.js';
import { ownAnswerVerdict } from './own-answer-verdict.js';
import type { PrismEngine } from './prism-engine.js';
import { type ReadAnswer, readAnswer } from './read-answer.js';
import { fromDiagnostic, fromObservation } from './to-finding.js';

/** Puts together what Prism and our own checks find wrong with an answer. */
export class ResponseJudge {
  readonly #spec: Spec;
  readonly #engine: PrismEngine;
  readonly #inspector: BodyInspector;

  constructor(spec: Spec, engine: PrismEngine, inspector: BodyInspector) {
    this.#spec = spec;
    this.#engine = engine;
    this.#inspector = inspector;
  }

  /** Everything wrong with an answer. A body that could not be read has no other faults. */
  async judge(operation: Operation, answer: Answer): Promise<Finding[]> {
    const read = readAnswer(operation, answer);
    if (!('value' in read)) return [read, ...(await this.#ofPrism(operation, answer, undefined))];
    const observed = this.#inspect(read);
    const verdict = ownAnswerVerdict(answer, read, this.#spec.schemas, observed);
    const isForPrism = verdict === undefined && read.content !== undefined;
    const found = await this.#ofPrism(operation, answer, isForPrism ? read : undefined);
    return [...found, ...(verdict ?? []), ...observed];
  }

  /** Without a body to judge, what Prism says of headers. */
  async #ofPrism(operation: Operation, answer: Answer, read: ReadAnswer | undefined): Promise<Finding[]> {
    if (read === undefined && responseFor(operation, answer.status)?.hasHeaders !== true) return [];
    const diagnostics = await this.#engine.judgeResponse(operation, toEngineResponse(answer, read));
    const found = diagnostics.map((diagnostic) => fromDiagnostic('response', operation, diagnostic));
    return read === undefined ? found.filter(({ code }) => code.startsWith('response.header.')) : found;
  }

  #inspect({ value, content }: ReadAnswer): Finding[] {
    if (content?.schema === undefined) return [];
    const observed = this.#inspector.inspect(content.schema.schema, value);
    return observed.flatMap((observation) => fromObservation('response', observation) ?? []);
  }
}
