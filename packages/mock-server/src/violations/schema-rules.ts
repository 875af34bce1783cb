/** What it means to break a keyword of JSON Schema, by the last part of the violation code. */
export const schemaRules = {
  required:
    'Something the spec requires is missing; the location names it. Send it, or make it optional in the spec.',
  type: 'The value has another JSON type than the spec says. Text in a URL or header counts as a number only in plain decimal form, so `limit=`, `1e1`, `0x10` and `01` are not integers.',
  enum: 'The value is not one of those the spec lists. The comparison is exact, letter case included.',
  const: 'The value is not the one the spec fixes.',
  pattern: 'The text does not match the regular expression of the spec.',
  format:
    'The text is not in the format the spec names, such as `email`, `uri` or `date-time` (RFC 3339 with a time zone).',
  'min-length': 'The text has fewer characters than the spec allows.',
  'max-length': 'The text has more characters than the spec allows.',
  minimum: 'The number is below the smallest the spec allows.',
  maximum: 'The number is above the largest the spec allows.',
  'exclusive-minimum': 'The number is not above the bound of the spec.',
  'exclusive-maximum': 'The number is not below the bound of the spec.',
  'multiple-of': 'The number is not a multiple of the step in the spec.',
  'min-items': 'The list has fewer entries than the spec allows.',
  'max-items': 'The list has more entries than the spec allows.',
  'unique-items': 'The list has two equal entries and the spec wants each once.',
  contains: 'The list has too few or too many entries of the kind the spec asks for.',
  'min-properties': 'The object has fewer properties than the spec allows.',
  'max-properties': 'The object has more properties than the spec allows.',
  'additional-property': 'The object has a property that the spec rules out. Look for a misspelt name.',
  'property-names': 'A property has a name of a form the spec does not allow.',
  'dependent-required': 'A property is there without another one that the spec requires beside it.',
  'one-of':
    'The value fits none of the alternatives of the spec, or more than one. Other violations at the same place tell why each alternative was ruled out.',
  'any-of':
    'The value fits none of the alternatives of the spec. Other violations at the same place tell why.',
  not: 'The value is of a form the spec rules out.',
  if: 'The value breaks a rule that the spec applies under a condition, and the condition is met.',
  'not-allowed': 'The spec says that nothing may stand here.',
  discriminator: 'The property that tells the alternatives apart has a value that names none of them.',
  schema: 'The value breaks the schema of the spec in a way that has no code of its own.',
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
