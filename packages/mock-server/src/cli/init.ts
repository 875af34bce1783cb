import { writeFile } from 'node:fs/promises';
import { UsageError } from './usage-error.js';

const start = `# What the sandbox begins with: oms-mock --seed-data FILE
# \`POST /__oms/reset\` goes back to it. Nobody in this file exists.

customers:
  # A body of POST /customers; only what the endorsements ask for is needed. With all of it, they are ACTIVE.
  - firstName: Jane
    lastName: Sample
    email: jane.sample@example.com
    phone: '+12025550143' # YAML takes a number without quotes for one.
    birthDate: 1990-05-15
    nationality: US
    externalId: usr_1
    signedAgreement: true
    residentialAddress: { line1: 123 Example Street, city: New York, state: NY, country: US, zipCode: '10001' }
    identifyingInformation:
      - { type: ssn, issuingCountry: US, number: 987-65-4320 }
    wallets:
      - { asset: usdc, chain: polygon }

  # Without identity data, the endorsements are INACTIVE until it comes.
  - firstName: Ina
    lastName: Sample
    email: ina.sample@example.com
    externalId: usr_2

  # What a reviewer decided. Statuses: INACTIVE, PENDING, ISSUES, ACTIVE, REJECTED, REVOKED_ISSUES, OFFBOARDED.
  - firstName: Regina
    lastName: Sample
    email: regina.sample@example.com
    externalId: usr_3
    endorsements: [cryptoCustody]
    decisions:
      cryptoCustody: { status: REJECTED, reason: The document is not readable. }

  # A customer who was deleted.
  - { firstName: Dora, lastName: Sample, externalId: usr_4, status: inactive }

# Or as many as you need, made up, in every status: customers: 50

# What comes of customers to come, as rules: outcome; field=value; …
scenarios:
  - reject; email=rita@example.com; reason=The document is not readable.
  # - reject; nth=1  # the next customer

# How to read what the documentation leaves open: documented, v0.11 or precedent, and single switches.
# dialect: v0.11, errors=info

# Endpoints whose secret your app knows before either of the two is started.
webhookEndpoints:
  - url: http://127.0.0.1:3000/webhooks
    secret: whsec_local
    events: [customer.endorsement.granted] # Left out: every event.
    enabled: false # true, once your app is there.
`;

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it exists already; name another one',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'this user may not write there',
};

/** Writes a file of data to begin with, and returns what to do with it. Throws UsageError for one that exists already. */
export async function init(file: string): Promise<string> {
  try {
    await writeFile(
      file,
      start.replace('FILE', () => file),
      { flag: 'wx' },
    );
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file} was not written: ${reasons[code] ?? code}.`);
  }
  return `${file} is written. Change it, and begin with it: oms-mock --seed-data ${file}`;
}
