import type { Parameter } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import { isLiteral } from './literals.js';
import { itemsOf, parameterLocation } from './parameter-values.js';

/** Judges how a parameter is spelt and how often it is there: Prism takes `1e1` for an integer and the last of two. */
export function checkParameterText(parameter: Parameter, values: readonly string[]): Finding | undefined {
  const { types, itemTypes, style, allowsEmpty } = parameter;
  if (types.includes('object') || style === 'deepObject') return undefined;
  if (types.includes('array')) {
    const areLiterals = itemsOf(parameter, values).every((item) => isLiteral(item, itemTypes));
    return areLiterals ? undefined : wrongType(parameter, `a list of ${itemTypes.join(' or ')}`);
  }
  if (values.length > 1 && parameter.place === 'query') {
    return {
      code: 'request.query.repeated',
      location: parameterLocation(parameter),
      message: 'Takes one value.',
    };
  }
  if (values[0] === '' && allowsEmpty) return undefined;
  return values.every((value) => isLiteral(value, types))
    ? undefined
    : wrongType(parameter, types.join(' or '));
}

function wrongType(parameter: Parameter, kind: string): Finding {
  const location = parameterLocation(parameter);
  return { code: `request.${parameter.place}.type`, location, message: `Must be ${kind}.` };
}
