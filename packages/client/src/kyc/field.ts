import { type FieldRow, fieldRows } from '../generated/kyc-fields.gen.js';

/** One of the options of a `choice`, or of the kinds of a `document`. */
export interface KycChoice {
  /** What is sent; `true` stands for the boolean. */
  readonly value: string;
  readonly label: string;
}

/** What a form, a screen reader and the autofill of a browser need to know about a field. */
export interface KycField {
  /** Where its value belongs in a `CustomerUpdateParams`, such as `residentialAddress.country`. */
  readonly path: string;
  /** In English and our own; `path` is the key for other languages. */
  readonly label: string;
  /** A `choice` of one is a checkbox. A `country` is a code of ISO 3166-1. A `document` has `parts`. */
  readonly kind: 'text' | 'date' | 'email' | 'tel' | 'country' | 'choice' | 'document';
  /** A token of the HTML standard. */
  readonly autocomplete: string;
  readonly inputMode: 'text' | 'numeric' | 'email' | 'tel' | 'none';
  readonly choices?: readonly KycChoice[];
  readonly isRequired: boolean;
  /** Whether the API takes the value and never returns it. */
  readonly isSensitive: boolean;
  /** Who knows the value; a form shows those of the customer. */
  readonly actor: 'customer' | 'integrator';
  /** Why it is asked for; `rejected` for what was accepted before a rejection and may be sent again. */
  readonly reason: 'missing' | 'issues' | 'rejected';
  /** What OMS has against the value that was sent, as a code, if it says so. For developers. */
  readonly issue?: string;
  /** The fields of one document. */
  readonly parts?: readonly KycField[];
}

/** Why a field is asked for. */
export type FieldDemand = Pick<KycField, 'isRequired' | 'reason'> & { readonly issue?: string | undefined };

/** The fields that are asked for, in the order of a form; `demandOf` gets the first name of a path, such as `residentialAddress`. */
export function fieldsFor(demandOf: (name: string) => FieldDemand | undefined): KycField[] {
  return fieldRows.flatMap((row) => {
    const [name = ''] = row.path.split('.');
    const demand = demandOf(name);
    return demand === undefined ? [] : [withDemand(row, demand)];
  });
}

/** The fields of several lists, each once and in the order of a form. */
export function mergeFields(lists: readonly (readonly KycField[])[]): KycField[] {
  const merged = new Map<string, KycField>();
  for (const field of lists.flat()) {
    const there = merged.get(field.path) ?? field;
    const first = reasons.indexOf(there.reason) <= reasons.indexOf(field.reason) ? there : field;
    merged.set(field.path, { ...first, isRequired: there.isRequired || field.isRequired });
  }
  return fieldRows.flatMap(({ path }) => merged.get(path) ?? []);
}

/**
 * The fields of a plan that a page may have: those of the customer, without the codes of `issue`, which are for developers and may
 * be what a customer must not learn.
 */
export function customerFields({ fields }: { readonly fields: readonly KycField[] }): KycField[] {
  return fields
    .filter(({ actor }) => actor === 'customer')
    .map(({ issue, parts, ...field }) => ({
      ...field,
      ...(parts && { parts: customerFields({ fields: parts }) }),
    }));
}

/** The most pressing first. */
const reasons: readonly KycField['reason'][] = ['issues', 'missing', 'rejected'];

/** The keyboard that a phone shows. */
function inputModeOf(kind: KycField['kind']): KycField['inputMode'] {
  if (kind === 'email' || kind === 'tel') return kind;
  if (kind === 'date') return 'numeric';
  return kind === 'choice' || kind === 'document' ? 'none' : 'text';
}

function withDemand({ parts, ...row }: FieldRow, demand: FieldDemand): KycField {
  const { isRequired, reason, issue } = demand;
  return {
    ...row,
    inputMode: inputModeOf(row.kind),
    isRequired: row.isRequired && isRequired,
    reason,
    ...(issue !== undefined && { issue }),
    ...(parts && { parts: parts.map((part) => withDemand(part, demand)) }),
  };
}
