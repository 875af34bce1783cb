import { useState } from 'preact/hooks';
import type { Customer, WholeCustomer } from '../admin-api.js';
import { asNamed, Choice } from '../parts/choice.js';
import { CustomerPicker } from '../parts/customer-picker.js';
import type { Store } from '../store.js';
import { useAdmin } from '../use-admin.js';
import { ScenarioForm, ScenarioList } from './scenarios.js';

/** What a reviewer can decide, in the order of the buttons. */
const decisions = [
  ['Approve', 'ACTIVE'],
  ['Raise issues', 'ISSUES'],
  ['Reject', 'REJECTED'],
  ['Revoke', 'REVOKED_ISSUES'],
  ['Offboard', 'OFFBOARDED'],
  ['Set pending', 'PENDING'],
] as const;

/** Customers with their endorsements, and what a reviewer at the provider would do with them. */
export function Customers({ store }: { readonly store: Store }) {
  const { customer } = store;
  return (
    <>
      <PersonForm store={store} />
      <fieldset>
        <legend>What comes of customers</legend>
        <ScenarioForm store={store} />
        <ScenarioList store={store} rules={store.shown.scenarios} />
      </fieldset>
      {customer === undefined ? (
        <p>There is no customer yet. Create one with your integration, or make a person here.</p>
      ) : (
        <>
          <CustomerPicker store={store} value={customer.id} choose={(id) => store.choose(id)} />
          <CustomerCard key={customer.id} store={store} customer={customer} />
        </>
      )}
    </>
  );
}

interface People {
  readonly people: Readonly<Record<string, object>>;
}

/** Makes one of the made-up people a customer. */
function PersonForm({ store }: { readonly store: Store }) {
  const { people = {} } = useAdmin<People>('people').result ?? {};
  const [name, setName] = useState('complete');
  const make = async () => {
    const externalId = `studio_person_${store.shown.customers.length + 1}`;
    const made = await store.act<{ customerIds: string[] }>('seed', {
      customers: [{ ...people[name], externalId }],
    });
    const [id] = made?.customerIds ?? [];
    if (id !== undefined) store.choose(id);
  };
  return (
    <p class="buttons">
      <Choice label="Person" value={name} options={asNamed(Object.keys(people))} choose={setName} />
      <button type="button" disabled={people[name] === undefined} onClick={make}>
        Make a person
      </button>
    </p>
  );
}

function CustomerCard({ store, customer }: { readonly store: Store; readonly customer: Customer }) {
  const [reason, setReason] = useState('');
  const [afterMs, setAfterMs] = useState('0');
  const { id, status, externalId, email, endorsements, wallets = [] } = customer;
  const { result: whole } = useAdmin<WholeCustomer>(`customers/${encodeURIComponent(id)}`, [
    store.shown.deliveries,
    customer,
  ]);
  const decide = (endorsement: string, decided: string) =>
    store.act('endorsements', {
      customerId: id,
      endorsement,
      status: decided,
      ...(reason !== '' && { reason }),
      ...(Number(afterMs) > 0 && { afterMs: Number(afterMs) }),
    });
  return (
    <section aria-label={`Customer ${id}`} class="card">
      <h3>{id}</h3>
      <p>
        Customer is <strong>{status}</strong>
        {whole?.nextDueAt && `; something changes at ${whole.nextDueAt}`}
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
              {decisions.map(([verb, outcome]) => (
                <button key={outcome} type="button" onClick={() => decide(name, outcome)}>
                  {verb}
                  <span class="hidden"> {name}</span>
                </button>
              ))}
            </p>
          </section>
        );
      })}
      {endorsements.length === 0 && <p>It has asked for no endorsement.</p>}
      <section aria-label="Scenario of this customer">
        <h4>Scenario</h4>
        <ScenarioForm store={store} customer={customer} />
        <ScenarioList
          store={store}
          rules={store.shown.scenarios.filter(({ rule: { match = {} } }) => {
            return externalId ? match.externalId === externalId : email ? match.email === email : false;
          })}
        />
      </section>
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
      <section aria-label="Events about this customer">
        <h4>Events</h4>
        {whole?.deliveries.length === 0 && <p>None was sent.</p>}
        <ul>
          {whole?.deliveries.slice(-50).map((delivery) => (
            <li key={delivery.id}>
              {delivery.event} to {delivery.endpointId}: {delivery.state}
              {delivery.attempts.length > 0 &&
                ` (${delivery.attempts.map((one) => one || 'none').join(', ')})`}
            </li>
          ))}
        </ul>
      </section>
    </section>
  );
}
