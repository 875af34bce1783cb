import type { FieldError } from '../errors/api-error.js';
import { fieldsFor, type KycField } from './field.js';
import { sentenceFor } from './find-issues.js';
import { readRequirements } from './read-requirements.js';
import { ruleAt } from './validators.js';

/** What was refused in one field of a form. */
export interface KycFieldProblem {
  readonly field: KycField;
  /** A sentence of ours, fit for a form. Those of the API may quote what was sent. */
  readonly message: string;
  /** The code of the API; after a wait that ended in vain, `missing` or `issues`. */
  readonly code: string | undefined;
}

/** What an error says about a form. */
export interface KycExplanation {
  readonly problems: readonly KycFieldProblem[];
  /** What was refused and is in no field of a form. */
  readonly others: readonly FieldError[];
}

/**
 * Finds the fields of a form that an error is about: of an `ApiError` by its `fieldErrors`, of an `EndorsementError` by what is
 * missing and has issues. Any other value is about none.
 */
export function explain(error: unknown): KycExplanation {
  const { fieldErrors, missing, issues } = Object(error) as Readonly<Record<string, unknown>>;
  const listed = (Array.isArray(fieldErrors) ? fieldErrors : []) as readonly FieldError[];
  const problems: KycFieldProblem[] = [];
  const others: FieldError[] = [];
  for (const fieldError of listed) {
    const { path, code } = fieldError;
    const field = fieldError.in === 'body' ? fieldAt(path) : undefined;
    if (field === undefined) others.push(fieldError);
    else problems.push({ field, message: sentenceFor(ruleAt(field.path) ?? {}, code), code });
  }
  const byCodes = [...fieldsIn(missing, 'missing'), ...fieldsIn(issues, 'issues')];
  return { problems: [...problems, ...byCodes], others };
}

/** The field of a path; where a path names more than one field, as `residentialAddress` does, the first. */
function fieldAt(path: string): KycField | undefined {
  const [name = '', ...rest] = path.split('.');
  const fields = fieldsFor((known) => (known === name ? { isRequired: true, reason: 'issues' } : undefined));
  const inner = rest.filter((part) => !/^\d+$/.test(part)).at(-1);
  const leaves = fields.flatMap((field) => field.parts ?? []).concat(fields);
  return leaves.find((field) => inner !== undefined && field.path.endsWith(`.${inner}`)) ?? fields[0];
}

function fieldsIn(codes: unknown, reason: 'missing' | 'issues'): KycFieldProblem[] {
  const demands = readRequirements(codes, '', []);
  const fields = fieldsFor((name) => {
    const demand = demands.find((entry) => entry.subject === 'field' && entry.name === name);
    return demand && { ...demand, reason };
  });
  const message = sentenceFor({}, reason === 'missing' ? 'required' : undefined);
  return fields.map((field) => ({ field, message, code: reason }));
}
