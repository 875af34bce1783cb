import type { ApiResponse } from '../http/api-response.js';
import { isJson } from '../http/media-type.js';
import { safeName } from '../json/safe-name.js';
import type { CompiledSchemas } from '../spec/compiled-schemas.js';
import type { Finding } from '../violations/violation.js';
import { largeBytes } from './own-body-verdict.js';
import type { ReadResponse } from './read-response.js';
import { schemaFinding } from './schema-finding.js';

/**
 * What is wrong with a body that is not for Prism: nothing, for JSON that keeps its schema and of which `observed` tells
 * nothing either, which is nearly every one; the first fault of one that is too large for Prism. Undefined leaves it to Prism.
 */
export function ownResponseVerdict(
  { body, relayed }: ApiResponse,
  { value, content }: ReadResponse,
  schemas: CompiledSchemas,
  observed: readonly Finding[],
): Finding[] | undefined {
  const { length } = relayed?.plainBody ?? body;
  const isLarge = length > largeBytes;
  if (content?.schema === undefined) return undefined;
  if (!isLarge && (observed.length > 0 || !isJson(content.mediaType))) return undefined;
  const flaw = schemas.brokenKeyword(content.schema.path, value);
  if (flaw === undefined) return [];
  if (!isLarge) return undefined;
  const finding = schemaFinding('response.body', flaw.keyword, ['body', ...flaw.location.map(safeName)]);
  const place = finding.location.join();
  const isOpen = observed.some(
    ({ code, location }) => code === 'response.body.open-enum' && location.join() === place,
  );
  return isOpen ? undefined : [finding];
}
