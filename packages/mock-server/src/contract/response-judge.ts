import type { Answer } from '../message/answer.js';
import type { Operation } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import { toEngineResponse } from './engine-message.js';
import type { BodyInspector } from './inspect-body.js';
import type { PrismEngine } from './prism-engine.js';
import { type ReadAnswer, readAnswer } from './read-answer.js';
import { fromDiagnostic, fromObservation } from './to-finding.js';

/** Puts together what Prism and our own checks find wrong with an answer. */
export class ResponseJudge {
  readonly #engine: PrismEngine;
  readonly #inspector: BodyInspector;

  constructor(engine: PrismEngine, inspector: BodyInspector) {
    this.#engine = engine;
    this.#inspector = inspector;
  }

  /** Everything wrong with an answer. A body that could not be read has no other faults. */
  async judge(operation: Operation, answer: Answer): Promise<Finding[]> {
    const read = readAnswer(operation, answer);
    const isRead = 'value' in read;
    const diagnostics = await this.#engine.judgeResponse(
      operation,
      toEngineResponse(answer, isRead ? read : undefined),
    );
    const found = diagnostics.map((diagnostic) => fromDiagnostic('response', operation, diagnostic));
    if (isRead && read.content !== undefined) return [...found, ...this.#inspect(read)];
    const inHeaders = found.filter(({ code }) => code.startsWith('response.header.'));
    return isRead ? inHeaders : [read, ...inHeaders];
  }

  #inspect({ value, content }: ReadAnswer): Finding[] {
    if (content?.schema === undefined) return [];
    const observed = this.#inspector.inspect(content.schema.schema, value);
    return observed.flatMap((observation) => fromObservation('response', observation) ?? []);
  }
}
