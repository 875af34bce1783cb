import type { CompiledSchemas } from '../spec/compiled-schemas.js';
import type { Parameter } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import { fromLiteral } from './literals.js';
import { parameterLocation } from './parameter-values.js';
import { schemaFinding } from './schema-finding.js';

/** Judges the values that Prism skips: cookies, and what is empty. */
export function checkParameterValue(
  parameter: Parameter,
  [value]: readonly string[],
  schemas: CompiledSchemas,
): Finding | undefined {
  const { place, schema, types } = parameter;
  if (value === undefined) return missingCookie(parameter);
  if (schema === undefined || !isSkipped(parameter, value)) return undefined;
  const flaw = schemas.brokenKeyword(schema.path, fromLiteral(value, types));
  return flaw && schemaFinding(`request.${place}`, flaw.keyword, parameterLocation(parameter));
}

function isSkipped({ place, types, allowsEmpty }: Parameter, value: string): boolean {
  return place === 'cookie' || (value === '' && !allowsEmpty && !types.includes('array'));
}

function missingCookie(parameter: Parameter): Finding | undefined {
  if (parameter.place !== 'cookie' || !parameter.isRequired) return undefined;
  return { code: 'request.cookie.required', location: parameterLocation(parameter), message: 'Is required.' };
}
