import type { Operation } from '../spec/operation.js';
import type { SchemaCodePlace, ViolationCode } from '../violations/code-table.js';
import { ruleOf } from '../violations/schema-rules.js';
import type { Finding } from '../violations/violation.js';
import type { Observation } from './inspect-body.js';
import type { Diagnostic } from './prism-diagnostic.js';

type Direction = 'request' | 'response' | 'event';

/** What Prism found, under our code and with parameter names as the spec writes them. */
export function fromDiagnostic(
  direction: Exclude<Direction, 'event'>,
  operation: Operation,
  diagnostic: Diagnostic,
): Finding {
  const { keyword, location, message } = diagnostic;
  if (keyword === 'security') return { code: 'request.security', location, message };
  const code = `${direction}.${location[0]}` as SchemaCodePlace;
  return { code: `${code}.${ruleOf(keyword)}`, location: spelled(operation, location), message };
}

const sentences: Record<Observation['kind'], string> = {
  'read-only': 'Only the server may set it.',
  'write-only': 'May be sent and never comes back.',
  'undeclared-property': 'The spec does not know this property.',
  'open-enum': 'The spec does not list this value yet.',
  discriminator: 'Names none of the alternatives.',
};

/** What the walk along the schema found; undefined where it means nothing in this direction. */
export function fromObservation(direction: Direction, { kind, location }: Observation): Finding | undefined {
  const code = codeOf(direction, kind);
  return code === undefined ? undefined : { code, location, message: sentences[kind] };
}

function codeOf(direction: Direction, kind: Observation['kind']): ViolationCode | undefined {
  if (kind === 'discriminator') return `${direction}.body.discriminator`;
  if (direction !== 'request') return kind === 'read-only' ? undefined : `${direction}.body.${kind}`;
  if (kind === 'write-only') return undefined;
  return kind === 'open-enum' ? 'request.body.enum' : `request.body.${kind}`;
}

/** Prism writes the names of parameters in lower case. */
function spelled({ parameters }: Operation, location: readonly string[]): readonly string[] {
  const [place, name] = location;
  if (place === 'body' || place === 'header' || name === undefined) return location;
  const parameter = parameters.find((known) => known.place === place && known.name.toLowerCase() === name);
  return [place ?? '', parameter?.name ?? name, ...location.slice(2)];
}
