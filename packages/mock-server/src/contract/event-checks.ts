import { isJsonObject, safeName } from '../json/json-object.js';
import type { Spec } from '../spec/spec.js';
import { SpecNode } from '../spec/spec-node.js';
import { schemaBelow } from '../spec/spec-walk.js';
import { type Finding, mostSerious, toViolation, type Violation } from '../violations/violation.js';
import { schemaFinding } from './check-body.js';
import type { BodyInspector } from './inspect-body.js';

/** Checks webhook events against the `webhooks` of a spec, which Prism does not read. */
export class EventChecks {
  readonly #schemas: Spec['schemas'];
  readonly #inspector: BodyInspector;
  readonly #webhooks: SpecNode;

  constructor({ document, schemas }: Spec, inspector: BodyInspector) {
    this.#schemas = schemas;
    this.#inspector = inspector;
    this.#webhooks = SpecNode.of(document).at('webhooks');
  }

  /** What is wrong with an event, given as its JSON. A spec without webhooks says nothing about any. */
  violationsIn(body: string): readonly Violation[] {
    if (this.#webhooks.entries().length === 0) return [];
    const event = JSON.parse(body) as { readonly event?: unknown; readonly eventType?: unknown };
    const name = String(event.event ?? event.eventType);
    const post = this.#webhooks.at(name).at('post');
    const { operationId } = post.object;
    const context = {
      ...(typeof operationId === 'string' && { operationId }),
      method: 'POST',
      path: safeName(name),
      responseBlame: 'server' as const,
    };
    return mostSerious(this.#findings(post, event)).map((finding) => toViolation(finding, context));
  }

  /** The first example of each event that has one, by its name. */
  examples(): Record<string, object> {
    const named = this.#webhooks.entries().flatMap(([name, webhook]) => {
      const content = webhook.at('post').at('requestBody').at('content').at('application/json');
      const example = content.at('examples').entries()[0]?.[1].object['value'] ?? content.object['example'];
      return isJsonObject(example) ? [[name, example] as const] : [];
    });
    return Object.fromEntries(named);
  }

  #findings(post: SpecNode, event: unknown): Finding[] {
    if (post.value === undefined) {
      const message = 'The spec has no such webhook.';
      return [{ code: 'event.unknown', location: ['body', 'event'], message }];
    }
    const schema = schemaBelow(post.at('requestBody').at('content').at('application/json'));
    if (schema === undefined) return [];
    const broken = this.#schemas.brokenKeyword(schema.path, event);
    const marks = this.#inspector.inspect('event', schema.schema, event);
    if (broken === undefined) return marks;
    const location = ['body', ...broken.location.map(safeName)];
    return [schemaFinding('event.body', broken, location), ...marks];
  }
}
