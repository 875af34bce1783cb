import { useEffect, useState } from 'preact/hooks';
import { callAdmin } from '../admin-api.js';
import type { Store } from '../store.js';
import { timeOfDay } from './exchanges.js';
import { ScrollRegion } from './scroll-region.js';

const mostRows = 100;

/** Endpoints, what was sent to them, and events on demand. */
export function Webhooks({ store }: { readonly store: Store }) {
  return (
    <>
      <Endpoints store={store} />
      <Trigger store={store} />
      <Deliveries store={store} />
    </>
  );
}

function Endpoints({ store }: { readonly store: Store }) {
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const { endpoints } = store.shown;
  const reveal = async (endpointId: string) => {
    const result = await callAdmin<{ secret: string }>(`endpoints/${encodeURIComponent(endpointId)}`);
    setSecrets({ ...secrets, [endpointId]: result.secret });
  };
  return (
    <section aria-label="Endpoints">
      <h3>Endpoints</h3>
      {endpoints.length === 0 && <p>None. Your integration makes one with webhookEndpoints.create().</p>}
      <ul>
        {endpoints.map(({ id, url, events, status, neverCalled }) => (
          <li key={id}>
            <code>{url}</code> ({id}, {status}): {events.join(', ')}
            {neverCalled !== null && <strong> Not called: {neverCalled}.</strong>}{' '}
            {secrets[id] === undefined ? (
              <button type="button" onClick={() => reveal(id)}>
                Show secret<span class="hidden"> of {id}</span>
              </button>
            ) : (
              <code>{secrets[id]}</code>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Trigger({ store }: { readonly store: Store }) {
  const [events, setEvents] = useState<Readonly<Record<string, unknown>>>({});
  const [name, setName] = useState('');
  const [customer, setCustomer] = useState('');
  const [set, setSet] = useState('');
  useEffect(() => {
    callAdmin<{ events: Record<string, unknown> }>('events').then(
      (result) => {
        setEvents(result.events);
        setName(Object.keys(result.events)[0] ?? '');
      },
      () => undefined,
    );
  }, []);
  const fields = fieldsOf(set);
  return (
    <section aria-label="Send an event">
      <h3>Send an event</h3>
      <form
        class="filters"
        onSubmit={(submit) => {
          submit.preventDefault();
          if (typeof fields === 'string') return;
          const options = {
            ...(customer !== '' && { customer }),
            ...(Object.keys(fields).length > 0 && { set: fields }),
          };
          store.act('trigger', { event: name, ...options });
        }}
      >
        <label>
          event{' '}
          <select value={name} onChange={({ currentTarget }) => setName(currentTarget.value)}>
            {Object.keys(events).map((event) => (
              <option key={event}>{event}</option>
            ))}
          </select>
        </label>
        <label>
          customer{' '}
          <select value={customer} onChange={({ currentTarget }) => setCustomer(currentTarget.value)}>
            <option value="">the one of the example</option>
            {store.shown.customers.map(({ id }) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
        <label class="wide">
          values, one path=value a line
          <textarea
            rows={2}
            value={set}
            aria-invalid={typeof fields === 'string'}
            onInput={({ currentTarget }) => setSet(currentTarget.value)}
          />
        </label>
        {typeof fields === 'string' && <p role="alert">{fields}</p>}
        <button type="submit" disabled={name === '' || typeof fields === 'string'}>
          Send
        </button>
      </form>
      <details>
        <summary>The event as it is sent</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard. */}
        <pre tabIndex={0}>{JSON.stringify(events[name], undefined, 2)}</pre>
      </details>
    </section>
  );
}

/** The values by their paths, or what is wrong with a line. */
function fieldsOf(text: string): Record<string, string> | string {
  const fields: Record<string, string> = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const at = line.indexOf('=');
    if (at < 1) return 'Write path=value, such as data.amount=5.';
    fields[line.slice(0, at).trim()] = line.slice(at + 1);
  }
  return fields;
}

function Deliveries({ store }: { readonly store: Store }) {
  const deliveries = store.shown.deliveries.slice(-mostRows).reverse();
  return (
    <section aria-label="Deliveries">
      <h3>Deliveries</h3>
      <p>
        {store.shown.deliveries.length} deliveries
        {store.shown.deliveries.length > mostRows && `, the latest ${mostRows} are shown`}
      </p>
      <ScrollRegion label="Table of deliveries">
        <table>
          <thead>
            <tr>
              <th scope="col">event</th>
              <th scope="col">endpoint</th>
              <th scope="col">state</th>
              <th scope="col">attempts</th>
              <th scope="col">again</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map(({ id, endpointId, event, state, attempts }) => (
              <tr key={id}>
                <td>{event}</td>
                <td>{endpointId}</td>
                <td>{state}</td>
                <td>{attempts.map((status) => (status === 0 ? 'none' : status)).join(', ')}</td>
                <td>
                  <button type="button" onClick={() => store.act('deliveries', { deliveryId: id })}>
                    Resend<span class="hidden"> {id}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <h4>Latest attempts</h4>
      <ul>
        {store.attempts
          .slice(-20)
          .reverse()
          .map((attempt) => (
            <li key={`${attempt.deliveryId} ${attempt.attempt}`}>
              {timeOfDay(attempt.time)} {attempt.event} → {attempt.url}:{' '}
              {attempt.status || attempt.failure || attempt.neverCalled}, {attempt.durationMs} ms
              {attempt.retryInMs !== undefined && `, again in ${Math.round(attempt.retryInMs / 1000)} s`}
            </li>
          ))}
      </ul>
    </section>
  );
}
