import type { Socket } from 'node:net';

/** One request as its bytes arrived. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as they stood in the request line. */
  readonly path: string;
  /** Names in lower case, values byte by byte. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Which connection it came over; 1 is the first. */
  readonly connection: number;
}

/** What the server does with a request: it answers, breaks the connection, or lets the client wait. */
export type Reply = (socket: Socket, request: ReceivedRequest) => void;
