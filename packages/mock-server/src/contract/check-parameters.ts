import type { ApiRequest } from '../message/api-request.js';
import type { CompiledSchemas } from '../spec/compiled-schemas.js';
import type { Operation, Parameter } from '../spec/operation.js';
import { ruleOf } from '../violations/schema-rules.js';
import type { Finding } from '../violations/violation.js';
import { fromLiteral, isLiteral } from './literals.js';
import { itemsOf, valuesOf } from './parameter-values.js';

/** Judges what Prism lets pass in parameters: loose spellings of numbers, repetition, empty values, cookies. */
export function checkParameters(
  operation: Operation,
  request: ApiRequest,
  schemas: CompiledSchemas,
): Finding[] {
  return operation.parameters.flatMap((parameter) => {
    const values = valuesOf(parameter, request);
    return checkText(parameter, values) ?? checkValue(parameter, values, schemas) ?? [];
  });
}

/** Tells whether Prism's verdict on a parameter does not count, because it takes an empty value for none. */
export function isEmptyValue(
  operation: Operation,
  request: ApiRequest,
  [place, name]: readonly string[],
): boolean {
  const parameter = operation.parameters.find((candidate) => {
    return candidate.place === place && candidate.name.toLowerCase() === name?.toLowerCase();
  });
  return (
    parameter !== undefined && valuesOf(parameter, request).join('') === '' && hasValue(parameter, request)
  );
}

function hasValue(parameter: Parameter, request: ApiRequest): boolean {
  return valuesOf(parameter, request).length > 0;
}

function checkText(parameter: Parameter, values: readonly string[]): Finding | undefined {
  const { place, types, itemTypes } = parameter;
  if (types.includes('object') || parameter.style === 'deepObject') return undefined;
  if (types.includes('array')) {
    return itemsOf(parameter, values).every((item) => isLiteral(item, itemTypes))
      ? undefined
      : wrongType(parameter);
  }
  if (values.length > 1 && place === 'query') {
    return {
      code: 'request.query.repeated',
      location: ['query', parameter.name],
      message: 'Takes one value.',
    };
  }
  if (values[0] === '' && parameter.allowsEmpty) return undefined;
  return values.every((value) => isLiteral(value, types)) ? undefined : wrongType(parameter);
}

function wrongType({ place, name, types, itemTypes }: Parameter): Finding {
  const kind = types.includes('array') ? `a list of ${itemTypes.join(' or ')}` : types.join(' or ');
  return { code: `request.${place}.type`, location: locationOf(place, name), message: `Must be ${kind}.` };
}

/** Prism skips cookies and empty values. */
function checkValue(
  parameter: Parameter,
  values: readonly string[],
  schemas: CompiledSchemas,
): Finding | undefined {
  const { place, name, schema, types, isRequired, allowsEmpty } = parameter;
  const location = locationOf(place, name);
  const [value] = values;
  if (value === undefined) {
    if (place !== 'cookie' || !isRequired) return undefined;
    return { code: 'request.cookie.required', location, message: 'Is required.' };
  }
  const isOurs = place === 'cookie' || (value === '' && !allowsEmpty && !types.includes('array'));
  const keyword =
    isOurs && schema !== undefined && schemas.brokenKeyword(schema.path, fromLiteral(value, types));
  if (typeof keyword !== 'string') return undefined;
  return {
    code: `request.${place}.${ruleOf(keyword)}`,
    location,
    message: `Breaks \`${keyword}\` of its schema.`,
  };
}

function locationOf(place: string, name: string): string[] {
  return [place, place === 'header' ? name.toLowerCase() : name];
}
