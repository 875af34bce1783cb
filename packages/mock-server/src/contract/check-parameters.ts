import type { ApiRequest } from '../http/message.js';
import { objectOr, safeName } from '../json/json-object.js';
import { nearest } from '../option-check.js';
import type { CompiledSchemas } from '../spec/compiled-schemas.js';
import { isComposite, type Operation, type Parameter } from '../spec/operation.js';
import type { SpecNode } from '../spec/spec-node.js';
import type { Finding } from '../violations/violation.js';
import { isLaxInPrism, type SchemaCheck, schemaFinding } from './check-body.js';

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

/** Finds query parameters that the operation does not declare; `keyNames` are those that carry an API key. */
export function checkQueryNames(
  operation: Operation,
  request: ApiRequest,
  keyNames: readonly string[],
): Finding[] {
  const names = [...new Set(request.query.keys())].filter((name) => !keyNames.includes(name));
  const declared = operation.parameters.filter(({ place }) => place === 'query');
  const unknown = names.filter((name) => !declared.some((parameter) => covers(parameter, name)));
  const known = declared.map(({ name }) => name);
  return unknown.map((name): Finding => {
    const suggestion = nearest(name, known);
    const meant = suggestion === undefined ? '.' : `; did you mean ${suggestion}?`;
    return {
      code: 'request.query.unknown',
      location: ['query', safeName(name)],
      message:
        known.length === 0
          ? 'This operation takes no query.'
          : `Is not a parameter${meant} There are: ${known.join(', ')}.`,
      ...(suggestion !== undefined && { suggestion }),
    };
  });
}

/** Query parameters that carry an API key: the security schemes declare them, not the operations. */
export function apiKeyQueryNames(document: SpecNode): string[] {
  const schemes = document.at('components').at('securitySchemes').entries();
  const inQuery = schemes.filter(([, { object }]) => object['type'] === 'apiKey' && object['in'] === 'query');
  return inQuery.map(([, { object }]) => String(object['name']));
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
  return { isSettled: true, findings: [schemaFinding(`request.${place}`, broken, location, value)] };
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

function covers({ name, style, explode, types, schema }: Parameter, sent: string): boolean {
  if (name === sent) return true;
  if (style === 'deepObject') return sent.startsWith(`${name}[`);
  return types.includes('object') && explode && Object.hasOwn(objectOr(schema?.schema['properties']), sent);
}

/** The location of a parameter in reports. */
function parameterLocation({ place, name }: Parameter): string[] {
  return [place, place === 'header' ? name.toLowerCase() : name];
}

/** Every value a request has for a parameter, as text; empty when it has none. */
function valuesOf({ name, place }: Parameter, request: Omit<ApiRequest, 'body'>): string[] {
  if (place === 'query') return request.query.getAll(name);
  if (place === 'cookie') return cookieValues(request.headers['cookie'] ?? '', name);
  const value = place === 'header' ? request.headers[name.toLowerCase()] : request.pathParameters[name];
  return value === undefined ? [] : [value];
}

/** The single items of a value, where the parameter is a list. */
function itemsOf({ style, explode, place }: Parameter, values: readonly string[]): string[] {
  if (explode && place === 'query') return [...values];
  const separator = style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ',';
  return values.flatMap((value) => value.split(separator));
}

const literals: Readonly<Record<string, RegExp>> = {
  integer: /^-?(?:0|[1-9][0-9]*)$/,
  number: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/,
  boolean: /^(?:true|false)$/,
  null: /^null$/,
};

/** Whether a text is the plain spelling of a value of one of the JSON types. */
function isLiteral(text: string, types: readonly string[]): boolean {
  if (types.length === 0) return true;
  return types.some((type) => literals[type]?.test(text) ?? true);
}

/** The JSON value a text stands for, going by the types it may have. */
function fromLiteral(text: string, types: readonly string[]): unknown {
  const isPlain = types.some((type) => literals[type]?.test(text) === true);
  return isPlain ? (JSON.parse(text) as unknown) : text;
}

function cookieValues(header: string, name: string): string[] {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}
