import type { Operation } from '../spec/operation.js';
import type { Spec } from '../spec/spec.js';
import { SpecNode } from '../spec/spec-node.js';
import type { Finding } from '../violations/violation.js';
import { apiKeyQueryNames } from './api-key-names.js';
import { checkParameters, isEmptyParameter } from './check-parameters.js';
import { checkQueryNames } from './check-query-names.js';
import { toEngineRequest } from './engine-message.js';
import type { BodyInspector } from './inspect-body.js';
import { ownBodyVerdict } from './own-body-verdict.js';
import type { PrismEngine } from './prism-engine.js';
import type { ReadRequest } from './read-request.js';
import { fromDiagnostic, fromObservation } from './to-finding.js';

/** Puts together what Prism and our own checks find wrong with a request. */
export class RequestJudge {
  readonly #spec: Spec;
  readonly #engine: PrismEngine;
  readonly #inspector: BodyInspector;
  readonly #keyNames: readonly string[];

  constructor(spec: Spec, engine: PrismEngine, inspector: BodyInspector) {
    this.#spec = spec;
    this.#engine = engine;
    this.#inspector = inspector;
    this.#keyNames = apiKeyQueryNames(SpecNode.of(spec.document));
  }

  /** Everything wrong with a request. Where our own checks have a verdict, Prism's does not count. */
  async judge(operation: Operation, read: ReadRequest): Promise<Finding[]> {
    const parameters = checkParameters(operation, read.request, this.#spec.schemas);
    const names = checkQueryNames(operation, read.request, this.#keyNames);
    const own = [...read.findings, ...parameters, ...names];
    const observed = this.#inspectBody(read);
    const verdict = ownBodyVerdict(read, this.#spec.schemas, observed);
    const isBodySettled = verdict !== undefined || read.content === undefined;
    const diagnostics = await this.#engine.judgeRequest(operation, toEngineRequest(read, isBodySettled));
    const found = diagnostics
      .map((diagnostic) => fromDiagnostic('request', operation, diagnostic))
      .filter(({ location }) =>
        location[0] === 'body' ? !isBodySettled : !isSettled(location, own, operation, read),
      );
    return [...own, ...found, ...(verdict ?? []), ...observed];
  }

  #inspectBody({ request, content }: ReadRequest): Finding[] {
    if (content?.schema === undefined) return [];
    const observed = this.#inspector.inspect(content.schema.schema, request.body);
    return observed.flatMap((observation) => fromObservation('request', observation) ?? []);
  }
}

/** Our own finding at the same place says more, and a value that is empty is one, other than Prism thinks. */
function isSettled(
  location: readonly string[],
  own: readonly Finding[],
  operation: Operation,
  { request }: ReadRequest,
) {
  const place = location.slice(0, 2).join();
  return (
    own.some((finding) => finding.location.join() === place) || isEmptyParameter(operation, request, location)
  );
}
