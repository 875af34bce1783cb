/** An example at work. */
export interface Receiver {
  /** Sends a delivery and gives the status of the answer, 0 when none came. */
  send(body: string | Uint8Array, signature: string | undefined): Promise<number>;
  /** For which customers it opened custody, in this order. */
  opened(): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts an example whose first try for every customer fails, for an endpoint with this secret. */
export type StartReceiver = (secret: string) => Promise<Receiver>;

/** The request of a delivery. */
export function deliveryInit(body: string | Uint8Array, signature: string | undefined) {
  const headers = {
    'content-type': 'application/json',
    ...(signature !== undefined && { 'webhook-signature': signature }),
  };
  return { method: 'POST', headers, body: typeof body === 'string' ? body : Buffer.from(body) };
}
