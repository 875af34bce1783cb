import { safeName } from '../json/safe-name.js';
import { schemaBelow } from '../spec/schema-places.js';
import type { Spec } from '../spec/spec.js';
import { SpecNode } from '../spec/spec-node.js';
import { type Finding, toViolation, type Violation } from '../violations/violation.js';
import type { BodyInspector } from './inspect-body.js';
import { schemaFinding } from './schema-finding.js';
import { fromObservation } from './to-finding.js';

/** Judges webhook events by the `webhooks` of a spec. */
export class EventJudge {
  readonly #spec: Spec;
  readonly #inspector: BodyInspector;

  constructor(spec: Spec, inspector: BodyInspector) {
    this.#spec = spec;
    this.#inspector = inspector;
  }

  /** What is wrong with an event that is about to be sent, given as its JSON. A spec without webhooks has no say. */
  judge(body: string): Violation[] {
    const webhooks = SpecNode.of(this.#spec.document).at('webhooks');
    if (webhooks.entries().length === 0) return [];
    const event = JSON.parse(body) as { readonly event?: unknown };
    const name = String(event.event);
    const post = webhooks.at(name).at('post');
    const { operationId } = post.object;
    const context = {
      ...(typeof operationId === 'string' && { operationId }),
      method: 'POST',
      path: safeName(name),
      responseBlame: 'server' as const,
    };
    return this.#findings(post, event).map((finding) => toViolation(finding, context));
  }

  #findings(post: SpecNode, event: unknown): Finding[] {
    if (post.value === undefined) {
      return [
        { code: 'event.unknown', location: ['body', 'event'], message: 'The spec has no such webhook.' },
      ];
    }
    const schema = schemaBelow(post.at('requestBody').at('content').at('application/json'));
    if (schema === undefined) return [];
    const flaw = this.#spec.schemas.brokenKeyword(schema.path, event);
    const found = this.#inspector.inspect(schema.schema, event);
    return [
      ...(flaw === undefined
        ? []
        : [schemaFinding('event.body', flaw.keyword, ['body', ...flaw.location.map(safeName)])]),
      ...found.flatMap((observation) => fromObservation('event', observation) ?? []),
    ];
  }
}
