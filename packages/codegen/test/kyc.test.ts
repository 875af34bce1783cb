import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateKycFields, readKycTable } from '../src/generate/kyc-fields.js';
import { generateKycRules } from '../src/generate/kyc-rules.js';
import { loadSpec } from '../src/load/load-spec.js';
import { readModel } from '../src/model/read-model.js';
import type { SpecModel } from '../src/model/spec-model.js';
import { executableStatements } from './executable-statements.js';
import { configFile, replaceIn, root, rootFile, temporaryFolder } from './spec-copy.js';

let model: SpecModel;
beforeAll(async () => {
  ({ model } = await loadSpec(rootFile, configFile));
});

/** A table in which a part is replaced; its problems are thrown. */
function brokenTable(part: string, replacement: string): () => unknown {
  const folder = temporaryFolder();
  cpSync(join(root, 'openapi/kyc'), join(folder, 'openapi/kyc'), { recursive: true });
  replaceIn(join(folder, 'openapi/kyc/fields.yaml'), part, replacement);
  return () => readKycTable(folder, model);
}

describe('the table of fields and codes', () => {
  test.each([
    ['  firstName: {', '  fristName: {', 'fristName is no field of CustomerUpdateRequest'],
    ['kind: tel', 'kind: phone', 'phone has a kind that does not exist, phone'],
    ['          itin: Taxpayer number (ITIN)\n', '', 'identifyingInformation.0.type must be ssn, itin'],
    ['field: middleName', 'field: nickname', 'middleName asks for nickname, which is no field of the table'],
    ['endorsement: usd', 'endorsement: eur', 'usd asks for an endorsement that does not exist, eur'],
    ['ssn: { field: identifyingInformation,', 'ssn: {', 'ssn has to ask for one thing'],
    ['  ssn: { field', '  first_name: { field', 'first_name is there twice'],
    ['source: precedent-code', 'source: hearsay', 'has a source that is not listed'],
    ['confidence: precedent', 'confidence: sure', 'has a confidence that does not exist'],
  ])('%j may not become %j', (part, replacement, problem) => {
    expect(brokenTable(part, replacement)).toThrow(problem);
  });

  test('marks what the spec marks as write-only', () => {
    const fields = generateKycFields(readKycTable(root, model), model);
    const isSensitive = (path: string) =>
      new RegExp(`"path": "${path}",[^}]*"isSensitive": true`).test(fields);

    expect(['birthDate', 'residentialAddress.line1', 'ipAddress'].filter(isSensitive)).toHaveLength(3);
    expect(['firstName', 'email'].filter(isSensitive)).toEqual([]);
  });

  test('never becomes code', () => {
    const table = readKycTable(root, model);
    const label = '`; globalThis.injected = true; //';
    const fields = { ...table.fields, firstName: { label, kind: 'text' as const } };
    expect(executableStatements(generateKycFields({ ...table, fields }, model))).toEqual([]);
  });
});

/** The rules of one body whose only field has this schema. */
function rulesWith(field: object): string {
  const schema = { $ref: '#/components/schemas/Thing' };
  const post = { operationId: 'createThing', requestBody: { content: { 'application/json': { schema } } } };
  const schemas = { Thing: { type: 'object', properties: { field } } };
  return generateKycRules(readModel({ paths: { '/things': { post } }, components: { schemas } }));
}

describe('a keyword that the validators do not check', () => {
  test.each([
    { type: 'string', format: 'ipv4' },
    { type: 'integer' },
    { type: ['string', 'null'] },
    { type: 'array', items: {}, minItems: 1 },
    { anyOf: [{ type: 'string' }] },
    { type: 'object', additionalProperties: false },
  ])('is refused: %j', (field) => {
    expect(() => rulesWith(field)).toThrow('schemas/Thing.field');
  });

  test('is not among those that only describe', () => {
    const field = {
      type: 'string',
      description: 'x',
      examples: ['a'],
      writeOnly: true,
      'x-oms-curation': 'y',
    };
    expect(rulesWith(field)).toMatch(/"field": \{\s+"type": "string"\s+\}/);
  });
});

test('every request body of the spec has a rule', () => {
  const rules = generateKycRules(model);
  const bodies = model.operations.filter(({ body }) => body !== undefined);

  expect(bodies.length).toBeGreaterThan(5);
  for (const { operationId } of bodies) expect(rules).toContain(`"${operationId}": "`);
  expect(readFileSync(join(root, 'packages/client/src/generated/kyc-rules.gen.ts'), 'utf8')).toBe(rules);
});
