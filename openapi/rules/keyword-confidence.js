// @ts-check
import { marksOf } from './marks.js';

/** Keywords that refuse values. A page rarely states one, even where it documents the field. */
const constraints = [
  'required',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
];

/**
 * `x-oms-confidence-of` says for every constraint of a schema how sure it is, and names only keywords that stand beside it.
 * @type {import('./rule.ts').Rule}
 */
export const keywordConfidence = () => ({
  Schema(schema, { location, report }) {
    const marked = marksOf(schema).ofKeywords.map(([keyword]) => keyword);
    for (const keyword of constraints) {
      if (schema[keyword] === undefined || marked.includes(keyword)) continue;
      report({
        message: `How sure is ${keyword}? Say so: x-oms-confidence-of: { ${keyword}: inferred }, or documented where a page states it.`,
        location: location.child(keyword).key(),
      });
    }
    for (const keyword of marked) {
      if (schema[keyword] !== undefined) continue;
      report({
        message: `x-oms-confidence-of marks ${keyword}, which this schema does not have.`,
        location: location.child(['x-oms-confidence-of', keyword]).key(),
      });
    }
  },
});
