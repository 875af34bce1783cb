import type { ApiRequest } from '../http/api-request.js';
import type { CompiledSchemas } from '../spec/compiled-schemas.js';
import type { Operation } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import { checkParameterText } from './check-parameter-text.js';
import { checkParameterValue } from './check-parameter-value.js';
import { valuesOf } from './parameter-values.js';

/** Judges what Prism lets pass in the declared parameters of an operation. */
export function checkParameters(
  operation: Operation,
  request: ApiRequest,
  schemas: CompiledSchemas,
): Finding[] {
  return operation.parameters.flatMap((parameter) => {
    const values = valuesOf(parameter, request);
    return checkParameterText(parameter, values) ?? checkParameterValue(parameter, values, schemas) ?? [];
  });
}

/** Tells whether a parameter is there and empty, so that Prism takes it for missing. */
export function isEmptyParameter(
  operation: Operation,
  request: ApiRequest,
  [place, name]: readonly string[],
): boolean {
  const parameter = operation.parameters.find((candidate) => {
    return candidate.place === place && candidate.name.toLowerCase() === name?.toLowerCase();
  });
  const values = parameter === undefined ? [] : valuesOf(parameter, request);
  return values.length > 0 && values.every((value) => value === '');
}
