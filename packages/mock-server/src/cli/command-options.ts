/** What was written behind the command, with the defaults of what was not. */
export interface CommandOptions {
  readonly mode: 'sandbox' | 'mock' | 'proxy';
  /** Behind `proxy`. */
  readonly url?: string;
  readonly port: number;
  readonly host: string;
  readonly spec?: string;
  readonly seed: number;
  readonly state?: string;
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  /** The rules of all `--fault`. */
  readonly fault: readonly string[];
  readonly report?: string;
  /** Milliseconds. */
  readonly upstreamTimeout?: number;
  readonly log: 'all' | 'violations' | 'none';
  readonly strict: boolean;
  readonly failOnViolation: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}
