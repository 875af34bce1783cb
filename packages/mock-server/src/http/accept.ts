import { isInRange, type MediaType, parseMediaType } from './media-type.js';

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
