import type { Customer } from '@oms-sdk/client/types';
import type { components, paths } from './generated/admin-api.gen.js';

type Schemas = components['schemas'];

export type Health = Schemas['Health'];
export type Violation = Schemas['Violation'];
/** An exchange as it is listed; one that was only streamed has no target. */
export type Exchange = Omit<Schemas['ExchangeSummary'], 'target'> & { readonly target?: string };
export type WholeExchange = Schemas['RecordedExchange'];
export type Message = Schemas['RecordedMessage'];
export type { Customer };
export type Endpoint = Schemas['ShownEndpoint'];
export type Delivery = Schemas['Delivery'];
export type WholeDelivery =
  paths['/__oms/deliveries/{id}']['get']['responses'][200]['content']['application/json'];
export type Attempt = Schemas['AttemptSummary'];
export type WholeCustomer = Omit<Schemas['CustomerInFull'], 'customer'> & { readonly customer: Customer };
export type Fault = Schemas['InjectedFault'];
export type Scenario = Schemas['ActiveScenario'];
export type ClockTime = Schemas['Clock'];
export type OperationCoverage = Schemas['Coverage']['operations'][number];
export type Change = Schemas['Change'];

/** The mock server refused something; the message is its own sentence. */
export class AdminError extends Error {
  override readonly name = 'AdminError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What a page knows from its fragment: which view it shows, and the token that admin routes want where others reach the server. */
export function fragment(): URLSearchParams {
  return new URLSearchParams(location.hash.slice(1));
}

/** Header fields that every admin route takes. */
export function credentials(): Record<string, string> {
  const token = fragment().get('token');
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

/** Calls an admin route. Rejects with AdminError when it is refused, and with TypeError when the server is gone. */
export async function callAdmin<Result>(route: string, method = 'GET', body?: unknown): Promise<Result> {
  const init: RequestInit = { method, headers: credentials(), cache: 'no-store' };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(`/__oms/${route}`, init);
  const value: unknown = await response.json().catch(() => undefined);
  if (response.ok) return value as Result;
  throw new AdminError(response.status, messageIn(value) ?? `The server responded with ${response.status}.`);
}

/** The sentence of an error body of the mock server. */
function messageIn(value: unknown): string | undefined {
  const { message, error } = Object(value) as { message?: unknown; error?: { message?: unknown } };
  const text = message ?? error?.message;
  return typeof text === 'string' ? text : undefined;
}

/** Puts what has a time in its order: the server writes times so that they sort as texts. */
export function byTime(a: { readonly time: string }, b: { readonly time: string }): number {
  return a.time < b.time ? -1 : Number(a.time > b.time);
}
