import type { ClockTime, WholeExchange } from '../admin-api.js';
import type { Action } from '../store.js';
import { Literals, quoted } from './literal.js';
import { duplicatesDeliveries, jsonOf, type Step } from './steps.js';
import { callOf } from './typescript.js';

/** From this pause on, the test moves the clock as far as it went. */
const shortestPauseMs = 50;

/** What happened as a test that does the same against a sandbox of its own, and expects the same. */
export function testOf(steps: readonly Step[], title: string): string {
  return new TestWriter(steps).write(title);
}

/** A rule that was added or removed with a button. */
interface RuleChange extends Pick<Action, 'route' | 'method' | 'result'> {
  readonly fields: Readonly<Record<string, unknown>>;
}

class TestWriter {
  readonly #steps: readonly Step[];
  readonly #literals = new Literals();
  readonly #lines: string[] = [];
  readonly #counts = new Map<string, number>();
  #skippedMs = 0;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  write(title: string): string {
    this.#createWhatCameBefore();
    for (const [index, step] of this.#steps.entries()) {
      const before = this.#steps[index - 1];
      if (before !== undefined) this.#pass(Date.parse(step.time) - Date.parse(before.time));
      if (step.kind === 'action') this.#act(step.action);
      else this.#call(step.exchange);
    }
    const awaitsDeliveries = this.#steps.some(
      (step) => step.kind === 'action' && duplicatesDeliveries(step.action),
    );
    if (awaitsDeliveries) this.#lines.push('await oms.sandbox.delivered();');
    const body = [...this.#expectedViolations(), ...this.#lines];
    const usesPeople = body.some((line) => line.includes('people.'));
    return [
      "import { OmsClient } from '@oms-sdk/client';",
      ...(usesPeople ? ["import { people } from '@oms-sdk/mock-server/people';"] : []),
      "import { test } from '@oms-sdk/mock-server/vitest';",
      "import { expect } from 'vitest';",
      '',
      // A delivery is sent again once it got its response, and the receiver of the stretch may be gone.
      ...(awaitsDeliveries ? ['test.override({ omsOptions: { deliver: async () => 200 } });', ''] : []),
      `test(${quoted(title)}, async ({ oms }) => {`,
      "  const client = new OmsClient({ apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret', baseUrl: oms.url, fetch: oms.fetch });",
      '',
      ...body.map((line) => (line === '' ? '' : `  ${line}`)),
      '});',
      '',
    ].join('\n');
  }

  /** Customers that were there before the stretch began are made anew; everything of other kinds is asked for as it was. */
  #createWhatCameBefore(): void {
    const made = new Set(this.#steps.flatMap((step) => idsMadeBy(step)));
    const named = new Set(
      this.#steps.flatMap((step) => JSON.stringify(inputOf(step)).match(/cst_[0-9A-Z]{20,}/g) ?? []),
    );
    const missing = [...named].filter((id) => !made.has(id));
    if (missing.length === 0) return;
    const people = missing.map(() => 'people.complete').join(', ');
    this.#lines.push(`const { customerIds } = oms.sandbox.seed({ customers: [${people}] });`);
    for (const [index, id] of missing.entries()) this.#literals.name(id, `String(customerIds[${index}])`);
  }

  #expectedViolations(): string[] {
    const codes = this.#steps.flatMap((step) => {
      if (step.kind === 'action') return [];
      return step.exchange.violations.filter(({ severity }) => severity !== 'notice').map(({ code }) => code);
    });
    return [...new Set(codes)].map((code) => `oms.expectViolation(${quoted(code)});`);
  }

  #pass(pauseMs: number): void {
    if (pauseMs >= shortestPauseMs) this.#lines.push(`oms.sandbox.advance(${Math.round(pauseMs)});`);
    else this.#skippedMs += pauseMs;
  }

  /** A moment that was reached exactly must not be missed by the short pauses that are left out, nor by the way to the server. */
  #moveClock(time: string, { to }: Readonly<Record<string, unknown>>, result: unknown): void {
    const { advancedMs, now = '', aheadMs = 0 } = Object(result) as Partial<ClockTime>;
    if (advancedMs === undefined) return;
    const onTheWayMs = Math.max(0, Date.parse(now) - aheadMs - Date.parse(time));
    const missedMs = to === undefined ? 0 : this.#skippedMs + onTheWayMs;
    this.#lines.push(`oms.sandbox.advance(${Math.ceil(advancedMs + missedMs)});`);
    if (to !== undefined) this.#skippedMs = 0;
  }

  #call(exchange: WholeExchange): void {
    const { status } = exchange;
    const call = callOf(exchange, this.#literals, 'client');
    if (status === 0) {
      this.#lines.push(`await expect(${call}).rejects.toThrow();`);
      return;
    }
    const body = jsonOf(exchange.response);
    if (status >= 400) {
      this.#lines.push(`await expect(${call}).rejects.toMatchObject({ status: ${status} });`);
      return;
    }
    const expected = expectationOf(body);
    if (expected === undefined && idOf(body) === undefined) {
      this.#lines.push(`await ${call};`);
      return;
    }
    const name = this.#nameFor(body);
    this.#lines.push(`const ${name} = await ${call};`);
    const id = idOf(body);
    if (id !== undefined && !this.#literals.has(id)) this.#literals.name(id, `${name}.id`);
    if (expected !== undefined)
      this.#lines.push(`expect(${name}).toMatchObject(${this.#literals.write(expected)});`);
    for (const item of listedIds(body).filter((item) => this.#literals.has(item)))
      this.#lines.push(`expect(${name}.data.map(({ id }) => id)).toContain(${this.#literals.write(item)});`);
  }

  #act({ time, route, method, body, result }: Action): void {
    const { write, name } = { write: (value: unknown) => this.#literals.write(value), name: this.#literals };
    const fields = Object(body) as Record<string, unknown>;
    if (route === 'clock') this.#moveClock(time, fields, result);
    if (route === 'endorsements') {
      const { customerId, endorsement, ...decision } = fields;
      this.#lines.push(
        `oms.sandbox.decide(${write(customerId)}, ${write(endorsement)}, ${write(decision)});`,
      );
    }
    if (route === 'scenarios' || route === 'faults') this.#changeRules({ route, method, fields, result });
    if (route === 'trigger') {
      const { event, ...options } = fields;
      this.#lines.push(`oms.sandbox.trigger(${write(event)}, ${write(options)});`);
    }
    if (route === 'seed') {
      const { customerIds = [] } = Object(result) as { customerIds?: readonly string[] };
      const variable = this.#unused('seeded');
      this.#lines.push(`const ${variable} = oms.sandbox.seed(${write(body)});`);
      for (const [index, id] of customerIds.entries())
        name.name(id, `String(${variable}.customerIds[${index}])`);
    }
  }

  /** Adds a rule, or removes it, or all of them. What is removed later gets a name when it is added. */
  #changeRules({ route, method, fields, result }: RuleChange): void {
    const rules = route === 'faults' ? 'oms.faults' : 'oms.sandbox.scenarios';
    const { id } = method === 'POST' ? (Object(result) as { id?: unknown }) : fields;
    if (method === 'DELETE') {
      if (id === undefined) this.#lines.push(`${rules}.clear();`);
      else if (this.#literals.has(String(id)))
        this.#lines.push(`${rules}.remove(${this.#literals.write(id)});`);
      return;
    }
    const added = `${rules}.add(${this.#literals.write(fields['rule'] ?? fields)});`;
    const isRemoved = this.#steps.some(
      (step) => step.kind === 'action' && step.action.method === 'DELETE' && idOf(step.action.body) === id,
    );
    if (!isRemoved || typeof id !== 'string') {
      this.#lines.push(added);
      return;
    }
    const variable = this.#unused(route === 'faults' ? 'fault' : 'scenario');
    this.#literals.name(id, `${variable}.id`);
    this.#lines.push(`const ${variable} = ${added}`);
  }

  #nameFor(body: unknown): string {
    const { object, data } = Object(body) as { object?: unknown; data?: unknown };
    const word =
      typeof object === 'string'
        ? object.replaceAll(/[^A-Za-z]+(.)?/g, (_, next = '') => next.toUpperCase())
        : '';
    return this.#unused(Array.isArray(data) ? 'page' : word === '' ? 'result' : word);
  }

  #unused(word: string): string {
    const count = (this.#counts.get(word) ?? 0) + 1;
    this.#counts.set(word, count);
    return count === 1 ? word : `${word}${count}`;
  }
}

/** What a step was given, without what came of it. */
function inputOf(step: Step): unknown {
  if (step.kind === 'action') return step.action.body;
  const { target, request } = step.exchange;
  return [target, request.body.text];
}

function idsMadeBy(step: Step): readonly string[] {
  if (step.kind === 'exchange') {
    const id = step.exchange.method === 'POST' ? idOf(jsonOf(step.exchange.response)) : undefined;
    return id === undefined ? [] : [id];
  }
  return (Object(step.action.result) as { customerIds?: readonly string[] }).customerIds ?? [];
}

function idOf(body: unknown): string | undefined {
  const { id } = Object(body) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

function listedIds(body: unknown): string[] {
  const { data } = Object(body) as { data?: unknown };
  return Array.isArray(data) ? data.flatMap((item) => idOf(item) ?? []) : [];
}

/** What of a response says how things stand: the status, and that of each endorsement. */
function expectationOf(body: unknown): object | undefined {
  const { status, endorsements } = Object(body) as { status?: unknown; endorsements?: unknown };
  const stood = Array.isArray(endorsements)
    ? endorsements.map((one: { type?: unknown; name?: unknown; status?: unknown }) => ({
        ...(one.type !== undefined ? { type: one.type } : { name: one.name }),
        status: one.status,
      }))
    : undefined;
  if (typeof status !== 'string' && stood === undefined) return undefined;
  return {
    ...(typeof status === 'string' && { status }),
    ...(stood !== undefined && { endorsements: stood }),
  };
}
