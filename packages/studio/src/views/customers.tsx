import { useState } from 'preact/hooks';
import type { Customer } from '../admin-api.js';
import type { Store } from '../store.js';

const outcomes = ['ACTIVE', 'ISSUES', 'REJECTED', 'REVOKED_ISSUES', 'OFFBOARDED', 'PENDING'] as const;
const verbs: Readonly<Record<(typeof outcomes)[number], string>> = {
  ACTIVE: 'Approve',
  ISSUES: 'Raise issues',
  REJECTED: 'Reject',
  REVOKED_ISSUES: 'Revoke',
  OFFBOARDED: 'Offboard',
  PENDING: 'Set pending',
};
/** Names in `people` of the mock server, and of scenarios. */
const scenarios = ['approve', 'reject', 'issues', 'pending', 'delay', 'revoke', 'offboard'] as const;

/** Customers with their endorsements, and what a reviewer at the provider would do with them. */
export function Customers({ store }: { readonly store: Store }) {
  const { customers } = store.shown;
  const [selected, setSelected] = useState<string>();
  const customer = customers.find(({ id }) => id === selected) ?? customers[0];
  return (
    <>
      <p class="buttons">
        <button
          type="button"
          onClick={() => store.act('seed', { customers: [madeUpPerson(customers.length)] })}
        >
          Make a person
        </button>
        <button
          type="button"
          onClick={() =>
            store.act('seed', { customers: [{ ...madeUpPerson(customers.length), birthDate: undefined }] })
          }
        >
          Make an incomplete person
        </button>
      </p>
      <NextOutcome store={store} />
      {customer === undefined ? (
        <p>There is no customer yet. Create one with your integration, or make a person here.</p>
      ) : (
        <>
          <label>
            Customer{' '}
            <select value={customer.id} onChange={({ currentTarget }) => setSelected(currentTarget.value)}>
              {customers.map(({ id, externalId }) => (
                <option key={id} value={id}>
                  {id}
                  {externalId === undefined || externalId === null ? '' : ` (${externalId})`}
                </option>
              ))}
            </select>
          </label>
          <CustomerCard store={store} customer={customer} />
        </>
      )}
    </>
  );
}

/** Decides what comes of the next customer, before there is one. */
function NextOutcome({ store }: { readonly store: Store }) {
  const [outcome, setOutcome] = useState<string>('reject');
  const rules = store.shown.scenarios;
  return (
    <fieldset>
      <legend>The next customer</legend>
      <label>
        outcome{' '}
        <select value={outcome} onChange={({ currentTarget }) => setOutcome(currentTarget.value)}>
          {scenarios.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>{' '}
      <button type="button" onClick={() => store.act('scenarios', { outcome, match: { nth: 1 } })}>
        Set for the next customer
      </button>{' '}
      {rules.length > 0 && (
        <button type="button" onClick={() => store.act('scenarios', {}, 'DELETE')}>
          Remove all {rules.length} scenarios
        </button>
      )}
      <ul>
        {rules.map(({ id, rule, hits }) => (
          <li key={id}>
            <code>{JSON.stringify(rule)}</code>, applied to {hits}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function CustomerCard({ store, customer }: { readonly store: Store; readonly customer: Customer }) {
  const [reason, setReason] = useState('');
  const [afterMs, setAfterMs] = useState('0');
  const { id, status, endorsements, wallets = [] } = customer;
  const decide = (endorsement: string, decided: string) =>
    store.act('endorsements', {
      customerId: id,
      endorsement,
      status: decided,
      ...(reason !== '' && { reason }),
      ...(afterMs !== '0' && { afterMs: Number(afterMs) }),
    });
  return (
    <section aria-label={`Customer ${id}`} class="card">
      <h3>{id}</h3>
      <p>
        Customer is <strong>{status}</strong>
      </p>
      <p class="filters">
        <label>
          Reason for the customer{' '}
          <input
            value={reason}
            placeholder="none"
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        <label>
          after (ms){' '}
          <input
            type="number"
            min="0"
            value={afterMs}
            onInput={({ currentTarget }) => setAfterMs(currentTarget.value)}
          />
        </label>
      </p>
      {endorsements.map((endorsement) => {
        const name = String(endorsement.type ?? endorsement.name);
        return (
          <section key={name} aria-label={`Endorsement ${name}`} class="endorsement">
            <h4>
              {name} <span class={`state state-${endorsement.status}`}>{endorsement.status}</span>
            </h4>
            <ul>
              {Object.entries(endorsement.requirements ?? {}).map(([kind, codes]) =>
                Array.isArray(codes) && codes.length > 0 ? (
                  <li key={kind}>
                    {kind}: {codes.map(String).join(', ')}
                  </li>
                ) : null,
              )}
              {endorsement.rejectionReasons?.map((one) => (
                <li key={one.reason}>
                  For the customer: {one.reason} For the developer: {one.developerReason}
                </li>
              ))}
            </ul>
            <p class="buttons">
              {outcomes.map((outcome) => (
                <button key={outcome} type="button" onClick={() => decide(name, outcome)}>
                  {verbs[outcome]}
                  <span class="hidden"> {name}</span>
                </button>
              ))}
            </p>
          </section>
        );
      })}
      {endorsements.length === 0 && <p>It has asked for no endorsement.</p>}
      <h4>Wallets</h4>
      {wallets.length === 0 ? (
        <p>None.</p>
      ) : (
        <ul>
          {wallets.map((wallet) => (
            <li key={wallet.id}>
              {wallet.asset} on {wallet.network}: <code>{wallet.address}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Somebody who does not exist, with everything the endorsements ask for. */
function madeUpPerson(count: number): Record<string, unknown> {
  return {
    type: 'individual',
    firstName: 'Jane',
    lastName: 'Sample',
    email: `jane.sample.${count + 1}@example.com`,
    phone: '+12025550143',
    birthDate: '1990-05-15',
    nationality: 'US',
    externalId: `studio_person_${count + 1}`,
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
}
