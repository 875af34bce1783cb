import type { ApiResponse } from '../http/api-response.js';
import { type Operation, responseFor } from '../spec/operation.js';
import type { Spec } from '../spec/spec.js';
import type { Finding } from '../violations/violation.js';
import { toEngineResponse } from './engine-message.js';
import type { BodyInspector } from './inspect-body.js';
import { ownResponseVerdict } from './own-response-verdict.js';
import type { PrismEngine } from './prism-engine.js';
import { type ReadResponse, readResponse } from './read-response.js';
import { fromDiagnostic, fromObservation } from './to-finding.js';

/** Puts together what Prism and our own checks find wrong with a response. */
export class ResponseJudge {
  readonly #spec: Spec;
  readonly #engine: PrismEngine;
  readonly #inspector: BodyInspector;

  constructor(spec: Spec, engine: PrismEngine, inspector: BodyInspector) {
    this.#spec = spec;
    this.#engine = engine;
    this.#inspector = inspector;
  }

  /** Everything wrong with a response. A body that could not be read has no other faults. */
  async judge(operation: Operation, response: ApiResponse): Promise<Finding[]> {
    const read = readResponse(operation, response);
    if (!('value' in read)) return [read, ...(await this.#ofPrism(operation, response, undefined))];
    const observed = this.#inspect(read);
    const verdict = ownResponseVerdict(response, read, this.#spec.schemas, observed);
    const isForPrism = verdict === undefined && read.content !== undefined;
    const found = await this.#ofPrism(operation, response, isForPrism ? read : undefined);
    return [...found, ...(verdict ?? []), ...observed];
  }

  /** Without a body to judge, what Prism says of headers. */
  async #ofPrism(
    operation: Operation,
    response: ApiResponse,
    read: ReadResponse | undefined,
  ): Promise<Finding[]> {
    if (read === undefined && responseFor(operation, response.status)?.hasHeaders !== true) return [];
    const diagnostics = await this.#engine.judgeResponse(operation, toEngineResponse(response, read));
    const found = diagnostics.map((diagnostic) => fromDiagnostic('response', operation, diagnostic));
    return read === undefined ? found.filter(({ code }) => code.startsWith('response.header.')) : found;
  }

  #inspect({ value, content }: ReadResponse): Finding[] {
    if (content?.schema === undefined) return [];
    const observed = this.#inspector.inspect(content.schema.schema, value);
    return observed.flatMap((observation) => fromObservation('response', observation) ?? []);
  }
}
