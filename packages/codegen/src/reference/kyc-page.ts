import type { KycTable } from '../generate/kyc-fields.js';
import { code, page, prose, table } from './markdown.js';

/** Which fields a requirement code asks for, and how sure that is. */
export function kycPage({ sources, fields, codes }: KycTable): string {
  const fieldRows = Object.entries(fields).map(
    ([path, { label, kind, autocomplete = '', isRequired, actor }]) => [
      code(path),
      prose(label),
      code(kind),
      code(autocomplete),
      isRequired === true ? 'yes' : 'no',
      actor ?? 'customer',
    ],
  );
  const codeRows = Object.entries(codes).map(([name, { field, endorsement, actor, source, confidence }]) => [
    code(name),
    field !== undefined
      ? code(field)
      : endorsement !== undefined
        ? `${code(endorsement)} first`
        : `nothing; ${actor}`,
    confidence,
    sourceOf(sources[source]),
  ]);
  return page(
    '# Requirement codes',
    `No public page shows the codes in the requirements of an endorsement. This is how \`@oms-sdk/client/kyc\` reads them; the
spelling does not count, so \`first_name\` is \`firstName\`. A code that is missing here ends up in \`unknown\` of a plan and blocks
nothing. [CURATION.md](../../openapi/CURATION.md#requirement-codes) argues the readings, and says what the confidences mean.`,
    '## Codes',
    table(['code', 'asks for', 'confidence', 'source'], codeRows),
    '## Fields',
    'Labels and order are ours. A field that is not required is shown and may stay empty.',
    table(['path', 'label', 'kind', 'autocomplete', 'required', 'known by'], fieldRows),
  );
}

function sourceOf(source = ''): string {
  return source.startsWith('https:') ? `[page](${source})` : prose(source);
}
