/** One part of a request that the API refused. */
export interface FieldError {
  /** Names joined by dots, such as `residentialAddress.city`; `*` stands for what the spec does not name, `''` for all. */
  readonly path: string;
  /** The part of the request that it is in. */
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** Machine-readable code, such as `pattern`. */
  readonly code: string | undefined;
  /** The words of the API. They may quote what was sent, so they are not enumerable and never logged. */
  readonly message: string | undefined;
}

/** `body.phone (pattern)`: what a message and a log may say. */
export function describeFieldError({ in: place, path, code }: FieldError): string {
  return (path === '' ? place : `${place}.${path}`) + (code === undefined ? '' : ` (${code})`);
}
