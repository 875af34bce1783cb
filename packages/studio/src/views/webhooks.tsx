import { useState } from 'preact/hooks';
import { callAdmin } from '../admin-api.js';
import { ScrollRegion } from '../parts/scroll-region.js';
import type { Store } from '../store.js';
import { DeliveryDetail } from './delivery-detail.js';
import { EventForm } from './event-form.js';

const mostRows = 100;

/** Endpoints, what was sent to them, and events on demand. */
export function Webhooks({ store }: { readonly store: Store }) {
  return (
    <>
      <Endpoints store={store} />
      <EventForm store={store} />
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

function Deliveries({ store }: { readonly store: Store }) {
  const [selected, setSelected] = useState<string>();
  const all = store.shown.deliveries;
  const deliveries = all.slice(-mostRows).reverse();
  return (
    <section aria-label="Deliveries">
      <h3>Deliveries</h3>
      <p>
        {all.length} deliveries
        {all.length > mostRows && `, the latest ${mostRows} are shown`}
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
              <tr key={id} class={id === selected ? 'marked' : ''}>
                <td>
                  <button type="button" class="link" onClick={() => setSelected(id)}>
                    {event}
                  </button>
                </td>
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
      {selected !== undefined && all.some(({ id }) => id === selected) && (
        <DeliveryDetail store={store} id={selected} />
      )}
    </section>
  );
}
