import { useState } from 'preact/hooks';
import { faultKinds } from '../generated/admin-api.gen.js';
import { asNamed, Choice } from '../parts/choice.js';
import type { Store } from '../store.js';

const examples = [
  'reset-after; operation=createCustomer; nth=1',
  'rate-limit; retryAfter=2; first=3',
  'latency=2000',
  'html; operation=createWallet',
  'unauthorized; nth=1',
];
const minuteMs = 60_000;
const steps = [
  ['1 minute', minuteMs],
  ['1 hour', 60 * minuteMs],
  ['1 day', 24 * 60 * minuteMs],
] as const;

/** What goes wrong on purpose, and the clock. */
export function FaultsAndTime({ store }: { readonly store: Store }) {
  return (
    <>
      <Faults store={store} />
      {store.health?.mode === 'sandbox' && <Clock store={store} />}
    </>
  );
}

function Faults({ store }: { readonly store: Store }) {
  const [rule, setRule] = useState('');
  const { faults, operations } = store.shown;
  const [kind = '', ...fields] = rule.split(';').map((part) => part.trim());
  const operation = fields.find((field) => field.startsWith('operation='))?.slice('operation='.length) ?? '';
  const others = fields.filter((field) => field !== '' && !field.startsWith('operation='));
  const compose = (parts: readonly string[]) => setRule(parts.filter((part) => part !== '').join('; '));
  return (
    <section aria-label="Faults">
      <h3>Faults</h3>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          store.act('faults', { rule });
        }}
      >
        <Choice
          label="kind"
          value={kind.split('=')[0] ?? ''}
          options={[['', 'as written'], ...asNamed(faultKinds)]}
          choose={(value) => compose([value, ...fields])}
        />
        <Choice
          label="operation"
          value={operation}
          options={[['', 'every'], ...asNamed(operations.flatMap(({ operationId }) => operationId ?? []))]}
          choose={(value) => compose([kind, value === '' ? '' : `operation=${value}`, ...others])}
        />
        <label class="wide">
          rule{' '}
          <input
            list="fault-examples"
            placeholder={examples[0] ?? ''}
            value={rule}
            onInput={({ currentTarget }) => setRule(currentTarget.value)}
          />
        </label>
        <datalist id="fault-examples">
          {examples.map((example) => (
            <option key={example} value={example} />
          ))}
        </datalist>
        <button type="submit" disabled={rule.trim() === ''}>
          Add
        </button>
        <button
          type="button"
          disabled={faults.length === 0}
          onClick={() => store.act('faults', {}, 'DELETE')}
        >
          Remove all
        </button>
      </form>
      {faults.length === 0 && <p>Nothing goes wrong on purpose.</p>}
      <ul>
        {faults.map((fault) => (
          <li key={fault.id}>
            <code>{JSON.stringify(fault.rule)}</code>, {fault.hits} hits in {fault.calls} calls{' '}
            <button type="button" onClick={() => store.act('faults', { id: fault.id }, 'DELETE')}>
              Remove<span class="hidden"> {fault.id}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Clock({ store }: { readonly store: Store }) {
  const { clock } = store.shown;
  return (
    <section aria-label="Clock">
      <h3>Clock</h3>
      <p>
        The sandbox has {clock === undefined ? 'no time yet' : clock.now}
        {clock !== undefined && clock.aheadMs > 0 && `, ${lengthOf(clock.aheadMs)} ahead of this machine`}
        {clock?.nextDueAt && `; something is due at ${clock.nextDueAt}`}
        {clock?.tokenExpiresAt && `; the latest token expires at ${clock.tokenExpiresAt}`}
      </p>
      <p class="buttons">
        {steps.map(([name, advanceMs]) => (
          <button key={name} type="button" onClick={() => store.act('clock', { advanceMs })}>
            + {name}
          </button>
        ))}
        <button
          type="button"
          disabled={!clock?.tokenExpiresAt}
          onClick={() => store.act('clock', { to: 'token-expiry' })}
        >
          To token expiry
        </button>
        <button
          type="button"
          disabled={!clock?.nextDueAt}
          onClick={() => store.act('clock', { to: 'next-due' })}
        >
          To the next due thing
        </button>
      </p>
    </section>
  );
}

/** A length of time in the largest unit that it fills. */
function lengthOf(ms: number): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', minuteMs],
  ] as const;
  const [unit, unitMs] = units.find(([, one]) => ms >= one) ?? ['s', 1000];
  return `${Math.round((ms / unitMs) * 10) / 10} ${unit}`;
}
