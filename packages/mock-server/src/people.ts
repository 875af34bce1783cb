/** What creates a customer, about somebody who does not exist. */
export interface Person {
  readonly type: 'individual';
  readonly firstName: string;
  readonly middleName?: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone?: string;
  readonly birthDate?: string;
  readonly nationality?: string;
  readonly ipAddress?: string;
  readonly externalId: string;
  readonly signedAgreement?: boolean;
  readonly residentialAddress?: PersonAddress;
  readonly identifyingInformation?: PersonDocument[];
  readonly metadata?: Record<string, unknown>;
}

interface PersonAddress {
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly state?: string;
  readonly country: string;
  readonly zipCode: string;
}

interface PersonDocument {
  readonly type: 'ssn' | 'itin' | 'driversLicense' | 'passport';
  readonly issuingCountry: string;
  readonly number: string;
}

/** Numbers of documents and phones are from ranges that are never issued; `example.com` belongs to nobody. */
const jane: Person = {
  type: 'individual',
  firstName: 'Jane',
  lastName: 'Sample',
  email: 'jane.sample@example.com',
  phone: '+12025550143',
  birthDate: '1990-05-15',
  nationality: 'US',
  ipAddress: '203.0.113.10',
  externalId: 'person_complete',
  signedAgreement: true,
  residentialAddress: {
    line1: '123 Example Street',
    city: 'New York',
    state: 'NY',
    country: 'US',
    zipCode: '10001',
  },
  identifyingInformation: [{ type: 'ssn', issuingCountry: 'US', number: '987-65-4320' }],
};

const passport = (issuingCountry: string, number: string): Pick<Person, 'identifyingInformation'> => ({
  identifyingInformation: [{ type: 'passport', issuingCountry, number }],
});

const livingIn = (country: string, line1: string, city: string, zipCode: string) => ({
  residentialAddress: { line1, city, country, zipCode },
});

/** Somebody whose endorsements get an outcome in the sandbox. */
const withOutcome = (firstName: string, name: string, omsSandbox: string): Person => ({
  ...jane,
  firstName,
  email: `${firstName.toLowerCase()}.sample@example.com`,
  externalId: `person_${name}`,
  metadata: { omsSandbox },
});

/**
 * People to create customers from, all of them made up. Those that are named for an outcome get it in the sandbox, for each
 * endorsement; every other one but `incomplete` is approved. They are frozen: spread one to change something.
 */
export const people = {
  /** Has everything that the endorsements ask for. */
  complete: jane,
  /** Has a name and an email address, so that the endorsements stay `INACTIVE`. */
  incomplete: {
    type: 'individual',
    firstName: 'Ina',
    lastName: 'Sample',
    email: 'ina.sample@example.com',
    externalId: 'person_incomplete',
  },
  pending: withOutcome('Penny', 'pending', 'pending'),
  issues: withOutcome('Isaac', 'issues', 'issues'),
  rejected: withOutcome('Regina', 'rejected', 'reject'),
  revoked: withOutcome('Ravi', 'revoked', 'revoke'),
  offboarded: withOutcome('Otto', 'offboarded', 'offboard'),
  /** Diacritics, a ligature, and names of two words. */
  accents: {
    ...jane,
    firstName: 'Zoë Renée',
    middleName: 'Łucja',
    lastName: 'Núñez-Œuvrard',
    email: 'zoe.nunez@example.org',
    nationality: 'FR',
    externalId: 'person_accents',
    ...livingIn('FR', '7 rue de l’Exemple', 'Besançon', '25000'),
    ...passport('FR', '00XX00001'),
  },
  /** An apostrophe, a particle in lower case, and a hyphen. */
  punctuation: {
    ...jane,
    firstName: 'Anne-Marie',
    lastName: "d'Angelo O'Brien",
    email: 'anne-marie@example.net',
    nationality: 'IE',
    externalId: 'person_punctuation',
    ...livingIn('IE', '1 Sample Row', 'Dún Laoghaire', 'A96 X000'),
    ...passport('IE', 'XX0000002'),
  },
  /** Right to left. */
  arabic: {
    ...jane,
    firstName: 'ليلى',
    lastName: 'المثال',
    email: 'layla@example.com',
    nationality: 'JO',
    externalId: 'person_arabic',
    ...livingIn('JO', '٥ شارع المثال', 'عمّان', '11110'),
    ...passport('JO', 'X0000003'),
  },
  /** Two characters for a whole name, and a family name that comes first where it is spoken. */
  chinese: {
    ...jane,
    firstName: '例',
    lastName: '李',
    email: 'li@example.com',
    nationality: 'SG',
    externalId: 'person_chinese',
    ...livingIn('SG', '例子街 8 号', '新加坡', '018956'),
    ...passport('SG', 'X0000004X'),
  },
  cyrillic: {
    ...jane,
    firstName: 'Олена',
    lastName: 'Прикладенко',
    email: 'olena@example.com',
    nationality: 'UA',
    externalId: 'person_cyrillic',
    ...livingIn('UA', 'вул. Прикладна, 3', 'Київ', '01001'),
    ...passport('UA', 'XX000005'),
  },
  /** Combining vowel signs: more code points than characters. */
  devanagari: {
    ...jane,
    firstName: 'मीनाक्षी',
    lastName: 'उदाहरण',
    email: 'meenakshi@example.com',
    nationality: 'IN',
    externalId: 'person_devanagari',
    ...livingIn('IN', '१२ उदाहरण मार्ग', 'नई दिल्ली', '110001'),
    ...passport('IN', 'X0000006'),
  },
  /** A birthday that most years do not have. */
  leapDay: {
    ...jane,
    firstName: 'Lee',
    lastName: 'Yearling',
    email: 'lee.yearling@example.com',
    birthDate: '2000-02-29',
    externalId: 'person_leapDay',
  },
} satisfies Readonly<Record<string, Person>>;

for (const person of Object.values(people)) freeze(person);

function freeze(value: object): void {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part);
  Object.freeze(value);
}
