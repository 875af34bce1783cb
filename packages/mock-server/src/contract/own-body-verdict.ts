import { isJson } from '../http/media-type.js';
import { safeName } from '../json/safe-name.js';
import type { CompiledSchemas } from '../spec/compiled-schemas.js';
import type { Finding } from '../violations/violation.js';
import type { ReadRequest } from './read-request.js';
import { schemaFinding } from './schema-finding.js';

/** Prism collects every fault, and half a million of them take it ten seconds: a large body is told its first. */
export const largeBytes = 65_536;

/**
 * What is wrong with a body that is not for Prism; undefined leaves it to Prism. JSON that keeps its schema and of which
 * `observed` tells nothing has no fault, which is nearly every body. Prism takes `null`, `false`, `0` and `""` for no body at
 * all. What a read-only property leaves out is for Prism to say, whatever the size.
 */
export function ownBodyVerdict(
  { request, content }: ReadRequest,
  schemas: CompiledSchemas,
  observed: readonly Finding[],
): Finding[] | undefined {
  const { body, wire } = request;
  if (content?.schema === undefined) return undefined;
  const isForPrism = Boolean(body) && wire.body.byteLength <= largeBytes;
  const isPlain = observed.length === 0 && isJson(content.mediaType);
  if (isForPrism && !isPlain) return undefined;
  const flaw = schemas.brokenKeyword(content.schema.path, body);
  if (flaw === undefined && isPlain) return [];
  if (isForPrism) return undefined;
  if (flaw === undefined || flaw.keyword === 'required') return body ? undefined : [];
  return [schemaFinding('request.body', flaw.keyword, ['body', ...flaw.location.map(safeName)])];
}
