/**
 * What is known about the effect of a call that failed.
 *
 * `not_sent`: nothing reached the API. `rejected`: the API refused it and did nothing. `unknown`: the API may have acted
 * on it; send a write again only with the same idempotency key.
 */
export type Outcome = 'not_sent' | 'rejected' | 'unknown';

/** Properties that identify an error of this SDK across duplicate copies of the package. */
const brandOf = (name: string): symbol => Symbol.for(`@oms-sdk/client/${name}`);

/**
 * Base class of every error this SDK throws, except a caller's own abort reason.
 *
 * `instanceof` and {@link OmsError.is} also recognise errors made by another copy of the package (ESM beside CJS, or
 * two versions in one tree). No error contains a request body, request headers, a token or a secret.
 */
export class OmsError extends Error {
  /** Name of the class, the same after minification. */
  declare readonly name: string;
  /** Whether the API may have acted on the call; for an error before anything was sent, `not_sent`. */
  readonly outcome: Outcome;

  static {
    brand(this, 'OmsError');
  }

  constructor(message: string, options?: ErrorOptions, outcome: Outcome = 'not_sent') {
    super(message, options);
    this.outcome = outcome;
  }

  /** Whether `value` is an error of this SDK; a type guard that works across duplicate copies of the package. */
  static is(value: unknown): value is OmsError {
    return hasBrand(value, 'OmsError');
  }

  /** What `JSON.stringify` shows: name, message and the properties, among which is never a body, header or secret. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}

/**
 * Sets the name of an error class and the brand by which `instanceof` recognises it. A subclass that a caller makes has
 * no brand of its own and is recognised in the ordinary way.
 */
export function brand(errorClass: { prototype: Error }, name: string): void {
  Object.defineProperty(errorClass.prototype, 'name', { value: name, configurable: true });
  Object.defineProperty(errorClass.prototype, brandOf(name), { value: true });
  Object.defineProperty(errorClass, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      return this === errorClass
        ? hasBrand(value, name)
        : Function.prototype[Symbol.hasInstance].call(this, value);
    },
  });
}

function hasBrand(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && brandOf(name) in value;
}

/**
 * An option of the client is missing or cannot be used. The constructor throws it, or the first call where a key or secret is
 * missing, before anything is sent.
 */
export class ConfigurationError extends OmsError {
  /** The option to change, as it is written in `new OmsClient({ … })`. */
  readonly option: string;

  static {
    brand(this, 'ConfigurationError');
  }

  constructor(option: string, message: string, outcome?: Outcome) {
    super(message, undefined, outcome);
    this.option = option;
  }
}

/** An argument of a call cannot be sent. The message names the argument and the shape of its value, never the value. */
export class InvalidArgumentError extends OmsError {
  /** The argument to change, such as `customerId` or `idempotencyKey`. */
  readonly argument: string;

  static {
    brand(this, 'InvalidArgumentError');
  }

  constructor(argument: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.argument = argument;
  }
}

/** An error that many calls share, such as that of a token exchange, gets the frames of each until this is reached. */
const longestStack = 10_000;

/**
 * Adds the functions that wait for the call to the stack of an error of this SDK. Call it where the outermost function of a
 * call catches the error: only there does the engine know who waits for it.
 */
export function addCallerFrames(error: unknown): unknown {
  if (!(error instanceof OmsError)) return error;
  const { stack } = error;
  const { stack: here } = new Error();
  if (typeof stack !== 'string' || typeof here !== 'string' || stack.length > longestStack) return error;
  const frames = here.split('\n').filter((line) => /^ +at /.test(line) && !stack.includes(line));
  error.stack = [stack, ...frames].join('\n');
  return error;
}

/** Control, format and direction characters, line separators and halves of pairs: they could fake a line of a log. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Text from outside, fit for a message, a log or a terminal: cut to a length, with escapes for characters that do not show. */
export function printable(text: string, maxLength = 128): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return cut.replace(unprintable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** JSON pointer to a property; the names come from outside. */
export function pointerTo(pointer: string, name: string): string {
  return `${pointer}/${printable(name, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
