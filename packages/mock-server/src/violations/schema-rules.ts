import { safeName } from '../json/json-object.js';

/** What it means to break a keyword of JSON Schema, by the last part of the violation code. */
export const schemaRules = {
  required:
    'A value that the spec requires is missing; the location names it. Send it, or make it optional in the spec.',
  type: 'The value has the wrong JSON type. Text in a URL or header counts as a number only in plain decimal form, so `limit=`, `1e1`, `0x10` and `01` are not integers.',
  enum: 'The value is not one of those the spec lists. The comparison is case-sensitive.',
  const: 'The value is not the one that the spec requires.',
  pattern: 'The string does not match the regular expression in the spec.',
  format:
    'The string is not in the format that the spec names, such as `email`, `uri` or `date-time` (RFC 3339 with a time zone).',
  'min-length': 'The string is shorter than the spec allows.',
  'max-length': 'The string is longer than the spec allows.',
  minimum: 'The number is below the minimum in the spec.',
  maximum: 'The number is above the maximum in the spec.',
  'exclusive-minimum': 'The number is not above the exclusive minimum in the spec.',
  'exclusive-maximum': 'The number is not below the exclusive maximum in the spec.',
  'multiple-of': 'The number is not a multiple of the step in the spec.',
  'min-items': 'The array has fewer items than the spec allows.',
  'max-items': 'The array has more items than the spec allows.',
  'unique-items': 'The array has equal items, and the spec requires unique ones.',
  contains: 'The array has too few or too many items of the kind the spec requires.',
  'min-properties': 'The object has fewer properties than the spec allows.',
  'max-properties': 'The object has more properties than the spec allows.',
  'additional-property':
    'The object has a property that the spec does not allow. Look for a misspelled name.',
  'property-names': 'A property has a name that the spec does not allow.',
  'dependent-required': 'A property is present without another one that the spec requires with it.',
  'one-of':
    'The value matches none of the alternatives in the spec, or more than one. Other violations at the same place say why each alternative failed.',
  'any-of':
    'The value matches none of the alternatives in the spec. Other violations at the same place say why.',
  not: 'The value has a form that the spec rules out.',
  if: 'The value meets a condition in the spec and breaks the rule that then applies.',
  'not-allowed': 'The spec allows no value here.',
  discriminator: 'The property that selects an alternative names none of them.',
  schema: 'The value breaks the schema in a way that has no code of its own.',
} as const;

/** The last part of a violation code that comes from a schema. */
export type SchemaRule = keyof typeof schemaRules;

const renamed = new Map<string, SchemaRule>(
  Object.entries({
    additionalProperties: 'additional-property',
    unevaluatedProperties: 'additional-property',
    minContains: 'contains',
    maxContains: 'contains',
    dependencies: 'dependent-required',
    'false schema': 'not-allowed',
  } as const),
);

/** The rule for a keyword as JSON Schema writes it. */
export function ruleOf(keyword: string): SchemaRule {
  const kebab = keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return renamed.get(keyword) ?? (isSchemaRule(kebab) ? kebab : 'schema');
}

function isSchemaRule(rule: string): rule is SchemaRule {
  return Object.hasOwn(schemaRules, rule);
}

const longestText = 300;

/** What the formats of the spec are, each with one that is right. */
const formats: Readonly<Record<string, string>> = {
  date: 'a date that exists, such as 2000-02-29',
  'date-time': 'a date and a time with its zone, such as 2026-01-31T09:00:00Z',
  email: 'an email address, such as jane@example.com',
  uri: 'an absolute URL, such as https://app.example.com/webhooks',
};

/** More values than this are not listed. */
const mostListed = 20;

/** That a value has to be one of these. */
export function oneOfThese(values: readonly string[]): string {
  const more = values.length > mostListed ? `, or ${values.length - mostListed} others` : '';
  const listed = values.slice(0, mostListed).map(safeName).join(', ');
  return values.length === 1 ? `Must be ${listed}.` : `Must be one of ${listed}${more}.`;
}

/** What a keyword that is broken wants, from the text of ajv, which speaks of the schema alone; any other is not shown. */
export function schemaSentence(keyword: string, text = ''): string {
  if (keyword === 'required') return 'Is required.';
  if (keyword === 'const') return 'Is not the one value that the spec allows here.';
  if (/^(?:additional|unevaluated)Properties$/.test(keyword))
    return 'Is not a property the spec allows here.';
  const [, format = ''] = /^must match format "([\w-]+)"$/.exec(text) ?? [];
  if (Object.hasOwn(formats, format)) return `Must be ${formats[format]}.`;
  const [, listed] = /^must be equal to one of the allowed values: (.+)$/s.exec(text) ?? [];
  if (listed !== undefined) return oneOfThese(listed.split(', '));
  if (!text.startsWith('must ')) return `Breaks \`${keyword}\` of its schema.`;
  const cut = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return `M${cut.slice(1)}.`;
}
