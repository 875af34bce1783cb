import { useState } from 'preact/hooks';
import type { Customer, Scenario } from '../admin-api.js';
import { scenarioNames } from '../generated/admin-api.gen.js';
import { asNamed, Choice } from '../parts/choice.js';
import type { Store } from '../store.js';

/** For whom a scenario is, as a person chooses it. */
const choices = {
  next: 'the next customer',
  every: 'every customer',
  externalId: 'the external id',
  email: 'the email address',
  lastName: 'the last name',
} as const;

type Target = keyof typeof choices;

interface ScenarioFormProps {
  readonly store: Store;
  /** Whom it is for, where that is not a choice. */
  readonly customer?: Customer;
}

/** Decides what comes of customers, also of those who are not there yet. */
export function ScenarioForm({ store, customer }: ScenarioFormProps) {
  const [choice, setChoice] = useState<Target>('next');
  const [value, setValue] = useState('');
  const [outcome, setOutcome] = useState<string>('reject');
  const [reason, setReason] = useState('');
  const [afterMs, setAfterMs] = useState('');
  const match = customer === undefined ? matchOf(choice, value) : matchOfCustomer(customer);
  if (match === undefined && customer !== undefined)
    return <p>It has neither an external id nor an email address by which a scenario could find it.</p>;
  const needsValue = customer === undefined && choice !== 'next' && choice !== 'every';
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        store.act('scenarios', {
          outcome,
          ...(match !== undefined && { match }),
          ...(reason !== '' && { reason }),
          ...(afterMs !== '' && outcome !== 'pending' && { afterMs: Number(afterMs) }),
        });
      }}
    >
      {customer === undefined && (
        <Choice
          label="for"
          value={choice}
          options={Object.entries(choices)}
          choose={(name) => setChoice(name as Target)}
        />
      )}
      {needsValue && (
        <label>
          which is{' '}
          <input required value={value} onInput={({ currentTarget }) => setValue(currentTarget.value)} />
        </label>
      )}
      <Choice label="outcome" value={outcome} options={asNamed(scenarioNames)} choose={setOutcome} />
      <label>
        because{' '}
        <input
          placeholder="no reason"
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <label>
        after (ms){' '}
        <input
          type="number"
          min="0"
          placeholder="as checks take"
          value={afterMs}
          disabled={outcome === 'pending'}
          onInput={({ currentTarget }) => setAfterMs(currentTarget.value)}
        />
      </label>
      <button type="submit">
        {customer === undefined ? `Set for ${choices[choice]}` : 'Set for this customer'}
      </button>
      {customer !== undefined && <span>It counts from its next change on.</span>}
    </form>
  );
}

function matchOf(choice: Target, value: string): Scenario['rule']['match'] {
  if (choice === 'next') return { nth: 1 };
  return choice === 'every' ? undefined : { [choice]: value };
}

/** What a scenario finds a customer by. */
function matchOfCustomer({ externalId, email }: Customer): Scenario['rule']['match'] {
  if (externalId) return { externalId };
  return email ? { email } : undefined;
}

/** Scenario rules with how many customers each was applied to. */
export function ScenarioList({
  store,
  rules,
}: {
  readonly store: Store;
  readonly rules: readonly Scenario[];
}) {
  return (
    <ul>
      {rules.map(({ id, rule, hits }) => (
        <li key={id}>
          <code>{JSON.stringify(rule)}</code>, applied to {hits}{' '}
          <button type="button" onClick={() => store.act('scenarios', { id }, 'DELETE')}>
            Remove<span class="hidden"> {id}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
