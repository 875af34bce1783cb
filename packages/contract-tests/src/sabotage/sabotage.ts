import type { Violation, ViolationCode } from '@oms-sdk/mock-server';
import type { CallName } from './sound-calls.js';

/** A response as it goes over the wire. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A violation in short: its code and its dotted location. */
export type Noticed = `${ViolationCode} ${string}`;

/** The violations of an exchange in short. */
export function inShort(violations: readonly Violation[]): Noticed[] {
  return violations.map(({ code, location }): Noticed => `${code} ${location.join('.')}`).sort();
}

/** Turns a sound answer into a wrong one. */
export type Drift = (answer: WireResponse) => WireResponse;

/** One deliberate drift of the server, and what the contract chain has to report. */
export interface Sabotage {
  readonly title: string;
  /** The call whose answer is changed. */
  readonly call: CallName;
  readonly drift: Drift;
  /** Every violation there has to be. */
  readonly noticed: readonly Noticed[];
}

type Json = Readonly<Record<string, unknown>>;

/** Sets properties of the JSON body; `undefined` takes one away. */
export const set = (changes: Json): Drift => inJson((body) => ({ ...(body as Json), ...changes }));

/** Replaces the JSON body. */
export const inJson =
  (change: (body: unknown) => unknown): Drift =>
  (answer) => ({ ...answer, body: JSON.stringify(change(JSON.parse(String(answer.body)))) });

/** Sets properties of the first entry of a list in the body. */
export const setInFirst = (list: string, changes: Json): Drift =>
  inJson((body) => {
    const [first, ...rest] = (body as Record<string, Json[]>)[list] ?? [];
    return { ...(body as Json), [list]: [{ ...first, ...changes }, ...rest] };
  });

/** Changes the text of the body. */
export const inText =
  (change: (body: string) => string | Uint8Array): Drift =>
  (answer) => ({ ...answer, body: change(String(answer.body)) });

/** Responses with another status. */
export const withStatus =
  (status: number): Drift =>
  (answer) => ({ ...answer, status });

/** Declares another content type. */
export const declaredAs =
  (type: string): Drift =>
  (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': type } });

/** Responses with something else altogether. */
export const replaced =
  (status: number, headers: Readonly<Record<string, string>>, body: string): Drift =>
  () => ({ status, headers, body });

/** A sabotage in one line. */
export const sabotage = (
  title: string,
  call: Sabotage['call'],
  change: Sabotage['drift'],
  ...noticed: Sabotage['noticed']
): Sabotage => ({ title, call, drift: change, noticed });
