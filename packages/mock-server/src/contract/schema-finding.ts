import type { SchemaCodePlace } from '../violations/code-table.js';
import { ruleOf } from '../violations/schema-rules.js';
import type { Finding } from '../violations/violation.js';

/** The finding that a value breaks a keyword of its schema. */
export function schemaFinding(place: SchemaCodePlace, keyword: string, location: readonly string[]): Finding {
  return { code: `${place}.${ruleOf(keyword)}`, location, message: `Breaks \`${keyword}\` of its schema.` };
}
