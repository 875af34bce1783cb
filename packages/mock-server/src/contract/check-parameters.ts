import type { ApiRequest } from '../http/message.js';
import type { CompiledSchemas } from '../spec/compiled-schemas.js';
import { isComposite, type Operation, type Parameter } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import { isLaxInPrism, type SchemaCheck, schemaFinding } from './check-body.js';
import { fromLiteral, isLiteral, itemsOf, parameterLocation, valuesOf } from './parameter-values.js';

/**
 * Checks how the declared parameters are spelt and how often they occur, which Prism is lax about: it takes `1e1` for an
 * integer and the last of two. Settles those that are missing and may be, and single values that keep the schema of a
 * scalar.
 */
export function checkParameters(
  { parameters }: Operation,
  request: ApiRequest,
  schemas: CompiledSchemas,
): SchemaCheck {
  const checks = parameters.map((parameter) => check(parameter, valuesOf(parameter, request), schemas));
  return {
    isSettled: checks.every(({ isSettled }) => isSettled),
    findings: checks.flatMap(({ findings }) => findings),
  };
}

/** Whether Prism misreads a parameter: it takes an empty value for none, and gets an empty list or object for none. */
export function isMisreadByPrism(
  operation: Operation,
  request: ApiRequest,
  [place, name]: readonly string[],
): boolean {
  const parameter = operation.parameters.find((candidate) => {
    return candidate.place === place && candidate.name.toLowerCase() === name?.toLowerCase();
  });
  if (parameter === undefined) return false;
  const values = valuesOf(parameter, request);
  if (values.length === 0) return place === 'header' && isComposite(parameter.types);
  return values.every((value) => value === '');
}

function check(parameter: Parameter, values: readonly string[], schemas: CompiledSchemas): SchemaCheck {
  const { place, schema, types } = parameter;
  const [value] = values;
  const finding = textFinding(parameter, values);
  if (finding !== undefined) return { isSettled: false, findings: [finding] };
  if (value === undefined) return checkMissing(parameter);
  if (schema === undefined) return { isSettled: false, findings: [] };
  const isOurs = isSkippedByPrism(parameter, value);
  if (!isOurs && !isScalar(parameter)) return { isSettled: false, findings: [] };
  const broken = schemas.brokenKeyword(schema.path, fromLiteral(value, types));
  if (broken === undefined) return { isSettled: true, findings: [] };
  if (!isOurs && !isLaxInPrism(broken)) return { isSettled: false, findings: [] };
  const location = parameterLocation(parameter);
  return { isSettled: true, findings: [schemaFinding(`request.${place}`, broken.keyword, location)] };
}

/** Prism looks at no cookie, and cannot be told that a list or an object is missing from the headers. */
function checkMissing(parameter: Parameter): SchemaCheck {
  const { place, isRequired, types } = parameter;
  if (!isRequired) return { isSettled: true, findings: [] };
  const isOurs = place === 'cookie' || (place === 'header' && isComposite(types));
  if (!isOurs) return { isSettled: false, findings: [] };
  const location = parameterLocation(parameter);
  return {
    isSettled: true,
    findings: [{ code: `request.${place}.required`, location, message: 'Is required.' }],
  };
}

function textFinding(parameter: Parameter, values: readonly string[]): Finding | undefined {
  const { types, itemTypes, style, allowsEmpty } = parameter;
  if (types.includes('object') || style === 'deepObject') return undefined;
  if (types.includes('array')) {
    const areLiterals = itemsOf(parameter, values).every((item) => isLiteral(item, itemTypes));
    return areLiterals ? undefined : wrongType(parameter, `a list of ${itemTypes.join(' or ')}`);
  }
  if (values.length > 1 && parameter.place === 'query') {
    const location = parameterLocation(parameter);
    return { code: 'request.query.repeated', location, message: 'Takes one value.' };
  }
  if (values[0] === '' && allowsEmpty) return undefined;
  const areLiterals = values.every((value) => isLiteral(value, types));
  return areLiterals ? undefined : wrongType(parameter, types.join(' or '));
}

function wrongType(parameter: Parameter, kind: string): Finding {
  const location = parameterLocation(parameter);
  return { code: `request.${parameter.place}.type`, location, message: `Must be ${kind}.` };
}

/** Prism looks at no cookie, and at nothing that is empty. */
function isSkippedByPrism({ place, types, allowsEmpty }: Parameter, value: string): boolean {
  return place === 'cookie' || (value === '' && !allowsEmpty && !types.includes('array'));
}

/** Whether the text of a value is all there is to it. */
function isScalar({ place, types, style }: Parameter): boolean {
  const isPlain = style === (place === 'query' ? 'form' : 'simple');
  return isPlain && types.length > 0 && !isComposite(types);
}
