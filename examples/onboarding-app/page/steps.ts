import type { KycField } from '@oms-sdk/client/kyc';

/** Some of the fields of a plan, which are filled in together. */
export interface Step {
  readonly title: string;
  readonly fields: readonly KycField[];
}

const titles: readonly (readonly [title: string, names: readonly string[]])[] = [
  ['About you', ['firstName', 'middleName', 'lastName', 'birthDate', 'nationality']],
  ['How to reach you', ['email', 'phone']],
  ['Home address', ['residentialAddress']],
  ['Identity document', ['identifyingInformation']],
  ['Agreement', ['signedAgreement']],
];

/** The steps of a form. A field that came later than this page is asked for as well. */
export function stepsOf(fields: readonly KycField[]): Step[] {
  const known = titles.map(([title, names]) => ({
    title,
    fields: fields.filter(({ path }) => names.includes(firstName(path))),
  }));
  const others = fields.filter(({ path }) => !titles.some(([, names]) => names.includes(firstName(path))));
  const steps = [...known, { title: 'A few more details', fields: others }].filter(
    ({ fields }) => fields.length > 0,
  );
  return steps.length > 0 ? steps : [{ title: 'Ready to send again', fields: [] }];
}

function firstName(path: string): string {
  return path.split('.')[0] ?? '';
}
