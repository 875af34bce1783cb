import { readFileSync } from 'node:fs';

/** A public page of OMS: the bodies it shows, and what it says about parts of the spec. */
export interface DocumentedPage {
  /** Its address. */
  readonly page: string;
  readonly samples: readonly DocumentedSample[];
  /** What `statementOf` has to find, by part of the spec. */
  readonly claims: Readonly<Record<string, object | 'missing'>>;
}

/** A body as the page shows it, copied verbatim into `documented/samples/`. */
export interface DocumentedSample {
  /** File name in `documented/samples/`, without `.json`. */
  readonly file: string;
  readonly operationId: string;
  /** The status it has; absent for a request or an event. */
  readonly status?: string;
  /** Why the spec refuses it, for those it knowingly refuses. */
  readonly refused?: { readonly locations: readonly string[]; readonly reason: string };
}

const folder = new URL('../documented/', import.meta.url);

/** The pages whose claims the spec is held to. Another page is another entry of this file. */
export const documentedPages = JSON.parse(
  readFileSync(new URL('pages.json', folder), 'utf8'),
) as readonly DocumentedPage[];

/** Every body that a page shows. */
export const documentedSamples = documentedPages.flatMap(({ samples }) => samples);

/** The body of a sample. */
export function readSample({ file }: DocumentedSample): unknown {
  return JSON.parse(readFileSync(new URL(`samples/${file}.json`, folder), 'utf8'));
}
