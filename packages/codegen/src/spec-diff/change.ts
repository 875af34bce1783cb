/** What a change means for integrators: code to fix, nothing to do, or only docs to read again. */
export type Verdict = 'breaking' | 'compatible' | 'docs';

/** From the integrator's side: what they write, and what they read. An event's body is `received`, its response `sent`. */
export type Direction = 'sent' | 'received';

/** One thing that an integrator can notice, at one operation or event. */
export interface Change {
  readonly verdict: Verdict;
  /** `GET /customers`, `event wallet.provisioned`, or `the API` for what holds everywhere. */
  readonly operation: string;
  /** What changed, in Markdown: `Customer.phone`, the query parameter `limit`, the operation. */
  readonly subject: string;
  /** Where at the operation: `the response 200: data[].phone`. Empty for the operation as a whole. */
  readonly place: string;
  /** What is different, as the rest of a sentence that begins with the subject. */
  readonly message: string;
}

/** A verdict with its reason, not yet tied to an operation. */
export type Ruling = Pick<Change, 'verdict' | 'message'>;

/** Fewer values than before: what is sent may be refused now, what is received was already expected. */
export function narrower(direction: Direction, message: string): Ruling {
  return { verdict: direction === 'sent' ? 'breaking' : 'compatible', message };
}

/** More values than before: what is sent is still taken, what is received may be new to the reader. */
export function wider(direction: Direction, message: string): Ruling {
  return { verdict: direction === 'sent' ? 'compatible' : 'breaking', message };
}

/** Other values than before, or a difference that cannot be compared: the worst is assumed. */
export function breaking(message: string): Ruling {
  return { verdict: 'breaking', message };
}

/** Nothing that works today stops working. */
export function compatible(message: string): Ruling {
  return { verdict: 'compatible', message };
}

/** The wire is the same; only words about it changed. */
export function docs(message: string): Ruling {
  return { verdict: 'docs', message };
}
