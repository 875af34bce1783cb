import type { Dialect } from '../dialect.js';

/** What an endorsement requires, as names of request fields or as codes. */
export type Requirements = Readonly<Record<'complete' | 'pending' | 'missing' | 'issues', readonly string[]>>;

/** Codes of requirements in the precedent, by the request field they stand for; where none is known, one made of its name. */
const borrowedCodes: Readonly<Record<string, string>> = {
  firstName: 'first_name', // precedent
  lastName: 'last_name', // precedent
  email: 'email_address', // precedent
  birthDate: 'date_of_birth', // precedent
  residentialAddress: 'address_of_residence', // precedent
};

/** The requirement that another endorsement comes first. */
const borrowedBaseCode = 'has_base'; // precedent

function requirementCode(field: string, { requirements }: Pick<Dialect, 'requirements'>): string {
  if (requirements === 'fields') return field;
  const words = field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`);
  return requirements === 'codes' ? words.toUpperCase() : (borrowedCodes[field] ?? words.toLowerCase());
}

/** Requirements as a dialect names them; `hasBase` says whether the endorsement that comes first is there. */
export function requirementsInCodes(
  requirements: Requirements,
  dialect: Pick<Dialect, 'requirements'>,
  hasBase: boolean,
): Requirements {
  const codesOf = (fields: readonly string[]) => fields.map((field) => requirementCode(field, dialect));
  const { complete, pending, missing, issues } = requirements;
  const base = dialect.requirements === 'precedent' && !hasBase ? [borrowedBaseCode] : [];
  return {
    complete: codesOf(complete),
    pending: codesOf(pending),
    missing: [...codesOf(missing), ...base],
    issues: codesOf(issues),
  };
}
