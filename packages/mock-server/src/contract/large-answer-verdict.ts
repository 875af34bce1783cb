import type { Answer } from '../message/answer.js';
import type { CompiledSchemas } from '../spec/compiled-schemas.js';
import { safeName } from '../violations/safe-name.js';
import type { Finding } from '../violations/violation.js';
import { largeBytes } from './own-body-verdict.js';
import type { ReadAnswer } from './read-answer.js';
import { schemaFinding } from './schema-finding.js';

/** The first fault of a body that is too large for Prism; undefined leaves it to Prism. `observed` has the open enums. */
export function largeAnswerVerdict(
  { body, relayed }: Answer,
  { value, content }: ReadAnswer,
  schemas: CompiledSchemas,
  observed: readonly Finding[],
): Finding[] | undefined {
  const { length } = relayed?.plainBody ?? body;
  if (content?.schema === undefined || length <= largeBytes) return undefined;
  const flaw = schemas.flawIn(content.schema.path, value);
  if (flaw === undefined) return [];
  const finding = schemaFinding('response.body', flaw.keyword, ['body', ...flaw.location.map(safeName)]);
  const place = finding.location.join();
  const isOpen = observed.some(
    ({ code, location }) => code === 'response.body.open-enum' && location.join() === place,
  );
  return isOpen ? undefined : [finding];
}
