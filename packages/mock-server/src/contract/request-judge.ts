import type { Operation } from '../spec/operation.js';
import type { Spec } from '../spec/spec.js';
import { SpecNode } from '../spec/spec-node.js';
import { ruleOf } from '../violations/schema-rules.js';
import type { Finding } from '../violations/violation.js';
import { apiKeyQueryNames } from './api-key-names.js';
import { checkParameters, isEmptyValue } from './check-parameters.js';
import { checkQueryNames } from './check-query-names.js';
import { toEngineRequest } from './engine-message.js';
import type { BodyInspector } from './inspect-body.js';
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
    const diagnostics = await this.#engine.judgeRequest(operation, toEngineRequest(read));
    const found = diagnostics
      .map((diagnostic) => fromDiagnostic('request', operation, diagnostic))
      .filter(
        ({ location }) => !isSettled(location, own, read) && !isEmptyValue(operation, read.request, location),
      );
    return [...own, ...found, ...this.#judgeBody(read)];
  }

  #judgeBody({ request, content }: ReadRequest): Finding[] {
    const { schema } = content ?? {};
    if (schema === undefined) return [];
    const observed = this.#inspector.inspect(schema.schema, request.body);
    const findings = observed.flatMap((observation) => fromObservation('request', observation) ?? []);
    const keyword = request.body ? undefined : this.#spec.schemas.brokenKeyword(schema.path, request.body);
    if (keyword === undefined) return findings;
    const message = `Breaks \`${keyword}\` of its schema.`;
    return [...findings, { code: `request.body.${ruleOf(keyword)}`, location: ['body'], message }];
  }
}

/** Prism takes a body of `null`, `false`, `0` or `""` for none at all. */
function isSettled(location: readonly string[], own: readonly Finding[], read: ReadRequest): boolean {
  if (location[0] === 'body') return read.content === undefined || !read.request.body;
  return own.some((finding) => finding.location.join() === location.slice(0, 2).join());
}
