/** A parsed media type, lower-case; parameter values keep their case. */
interface MediaType {
  /** Type and subtype, such as `application/json`. */
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const essencePattern = new RegExp(`^\\s*(${token}/${token})\\s*(?:;|$)`);
const parameterPattern = new RegExp(`;\\s*(${token})=(?:"([^"]*)"|(${token}))`, 'g');

/** Parses a media type or media range; undefined when it is malformed. */
export function parseMediaType(text: string): MediaType | undefined {
  const essence = essencePattern.exec(text)?.[1];
  if (essence === undefined) return undefined;
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare] of text.matchAll(parameterPattern)) {
    parameters.set(name.toLowerCase(), quoted ?? bare ?? '');
  }
  return { essence: essence.toLowerCase(), parameters };
}

/** Whether a media type is JSON, also under a `+json` suffix. */
export function isJson(essence: string): boolean {
  return essence === 'application/json' || essence.endsWith('+json');
}

/** Whether a media type falls in a range such as `application/*`. */
export function isInRange(essence: string, range: string): boolean {
  return (
    range === '*/*' || range === essence || (range.endsWith('/*') && essence.startsWith(range.slice(0, -1)))
  );
}

/** Whether the text of a body can be read as UTF-8, going by its charset parameter. */
export function isUtf8({ parameters }: MediaType): boolean {
  return /^(?:utf-?8|us-ascii)$/i.test(parameters.get('charset') ?? 'utf-8');
}

/**
 * The first of the media types that an `Accept` header allows; undefined when it allows none. Ranges that are
 * malformed count for nothing, and a header with no well-formed range at all counts as absent.
 */
export function firstAcceptable(
  accept: string | undefined,
  mediaTypes: readonly string[],
): string | undefined {
  const ranges = (accept ?? '').split(',').flatMap((text) => parseMediaType(text) ?? []);
  if (ranges.length === 0) return mediaTypes[0];
  return mediaTypes.find((mediaType) => quality(mediaType, ranges) > 0);
}

function quality(mediaType: string, ranges: readonly MediaType[]): number {
  const matching = ranges.filter(({ essence }) => isInRange(mediaType, essence));
  const [closest] = matching.sort((one, other) => wildcards(one.essence) - wildcards(other.essence));
  return closest === undefined ? 0 : Number(closest.parameters.get('q') ?? 1);
}

function wildcards(range: string): number {
  return range.split('*').length;
}
