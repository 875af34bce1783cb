import { useEffect, useState } from 'preact/hooks';
import { callAdmin, type Violation } from '../admin-api.js';
import { asNamed, Choice } from '../parts/choice.js';
import { CustomerPicker } from '../parts/customer-picker.js';
import { ViolationList } from '../parts/verdict.js';
import type { Store } from '../store.js';
import { useAdmin } from '../use-admin.js';

/** So long after the last key an event is checked. */
const pauseMs = 150;

type Events = Readonly<Record<string, object>>;

/** Sends any event of the spec, with a body that is checked while it is written. */
export function EventForm({ store }: { readonly store: Store }) {
  const { events = {} } = useAdmin<{ events: Events }>('events').result ?? {};
  const [chosen, setChosen] = useState<string>();
  const [customer, setCustomer] = useState('');
  const [edited, setEdited] = useState<string>();
  const name = chosen ?? Object.keys(events)[0] ?? '';
  const example = events[name] === undefined ? undefined : JSON.stringify(events[name], undefined, 2);
  const text = edited ?? example;
  const check = useCheck(text);
  return (
    <section aria-label="Send an event">
      <h3>Send an event</h3>
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          if (!check.isSendable) return;
          store.act('trigger', {
            event: name,
            ...(customer !== '' && { customer }),
            ...(edited !== undefined && { body: JSON.parse(edited) }),
          });
        }}
      >
        <p class="filters">
          <Choice
            label="event"
            value={name}
            options={asNamed(Object.keys(events))}
            choose={(event) => {
              setChosen(event);
              setEdited(undefined);
            }}
          />
          <CustomerPicker store={store} value={customer} choose={setCustomer} none="as it is written" />
        </p>
        <label>
          body; the sandbox makes <code>id</code> and <code>createdAt</code>
          <textarea
            class="body"
            rows={12}
            spellcheck={false}
            value={text ?? ''}
            aria-invalid={!check.isSendable && !check.isChecking}
            aria-describedby="event-check"
            onInput={({ currentTarget }) => setEdited(currentTarget.value)}
          />
        </label>
        <div id="event-check" role="status" aria-busy={check.isChecking}>
          {check.isChecking && <p>Checking …</p>}
          {check.problem !== undefined && <p class="error">✗ {check.problem}</p>}
          {!check.isChecking && check.problem === undefined && check.violations.length === 0 && (
            <p class="ok">✓ The event keeps the contract.</p>
          )}
          <ViolationList violations={check.violations} />
        </div>
        <p class="buttons">
          <button type="submit" disabled={name === '' || !check.isSendable}>
            Send
          </button>
          <button type="button" disabled={edited === undefined} onClick={() => setEdited(undefined)}>
            Back to the example
          </button>
        </p>
      </form>
    </section>
  );
}

interface Check {
  readonly violations: readonly Violation[];
  /** Why it cannot be checked. */
  readonly problem?: string;
  /** Whether the server has still to say. */
  readonly isChecking: boolean;
  /** Whether the server would send it. */
  readonly isSendable: boolean;
}

/** What the server says of an event as it is written, once its writer pauses. */
function useCheck(text: string | undefined): Check {
  const [checked, setChecked] = useState<Pick<Check, 'violations' | 'problem'> & { readonly of?: string }>({
    violations: [],
  });
  const problem = text === undefined ? undefined : problemIn(text);
  useEffect(() => {
    if (text === undefined || problem !== undefined) return;
    let isStale = false;
    const timer = setTimeout(() => {
      callAdmin<{ violations: Violation[] }>('events', 'POST', { event: JSON.parse(text) }).then(
        ({ violations }) => !isStale && setChecked({ of: text, violations }),
        (error: Error) => !isStale && setChecked({ of: text, violations: [], problem: error.message }),
      );
    }, pauseMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text]);
  if (problem !== undefined) return { violations: [], problem, isChecking: false, isSendable: false };
  const { of, ...result } = checked;
  if (text === undefined || of !== text) return { violations: [], isChecking: true, isSendable: false };
  const isRefused =
    result.problem !== undefined || result.violations.some(({ severity }) => severity === 'error');
  return { ...result, isChecking: false, isSendable: !isRefused };
}

/** Why a text is no event at all. */
function problemIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? undefined : 'An event is a JSON object.';
  } catch (error) {
    return `This is not JSON: ${(error as Error).message}`;
  }
}
