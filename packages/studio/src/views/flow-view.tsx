import { useEffect, useState } from 'preact/hooks';
import { callAdmin, type WholeCustomer, type WholeExchange } from '../admin-api.js';
import { jsonOf } from '../copy/steps.js';
import { type FlowArrow, flowOf, lanes, mermaidOf } from '../flow.js';
import { CopyButton } from '../parts/copy-button.js';
import { CustomerPicker } from '../parts/customer-picker.js';
import { ScrollRegion } from '../parts/scroll-region.js';
import type { Store } from '../store.js';
import { useAdmin } from '../use-admin.js';
import { timeOfDay } from './exchanges.js';

const laneWidth = 200;
const rowHeight = 34;
const mostArrows = 200;

/** The onboarding of one customer, drawn from what happened. */
export function FlowView({ store }: { readonly store: Store }) {
  const { customer } = store;
  const createdIn = useCreations(store);
  const route = customer === undefined ? undefined : `customers/${encodeURIComponent(customer.id)}`;
  const { attempts = [] } = useAdmin<WholeCustomer>(route, [store.shown.deliveries]).result ?? {};
  useEffect(() => store.readAgain('exchanges'), [store.exchanges.at(-1)?.id]);
  if (customer === undefined) return <p>There is no customer yet.</p>;
  const walletIds = (customer.wallets ?? []).flatMap(({ id }) => id ?? []);
  const { exchanges, actions } = store;
  const parts = { customerId: customer.id, walletIds, createdIn, exchanges, attempts, actions };
  const arrows = flowOf(parts).slice(-mostArrows);
  return (
    <>
      <p class="filters">
        <CustomerPicker store={store} value={customer.id} choose={(id) => store.choose(id)} />
        <CopyButton label="Copy as Mermaid" text={() => mermaidOf(arrows)} />
      </p>
      {arrows.length === 0 ? (
        <p>Nothing has happened to this customer since this page knows of it.</p>
      ) : (
        <Diagram arrows={arrows} />
      )}
    </>
  );
}

function Diagram({ arrows }: { readonly arrows: readonly FlowArrow[] }) {
  const height = (arrows.length + 1) * rowHeight + 20;
  const x = (lane: FlowArrow['from']) => 120 + lanes.indexOf(lane) * laneWidth;
  return (
    <>
      <ScrollRegion label="Sequence diagram">
        <svg width={lanes.length * laneWidth + 80} height={height} aria-hidden="true">
          <defs>
            <marker
              id="head"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {lanes.map((lane) => (
            <g key={lane}>
              <text x={x(lane)} y={18} class="lane">
                {lane}
              </text>
              <line x1={x(lane)} x2={x(lane)} y1={26} y2={height} class="life" />
            </g>
          ))}
          {arrows.map(({ key, from, to, text, time, isFailed }, index) => {
            const y = (index + 1.6) * rowHeight;
            const [x1, x2] = [x(from), from === to ? x(to) + 14 : x(to)];
            return (
              <g key={key} class={isFailed ? 'arrow failed' : 'arrow'}>
                <text x={4} y={y} class="time">
                  {timeOfDay(time)}
                </text>
                <text
                  x={from === to ? x1 + 8 : (x1 + x2) / 2}
                  y={y - 5}
                  class={from === to ? 'note' : 'label'}
                >
                  {isFailed ? '✗ ' : ''}
                  {text}
                </text>
                <line x1={x1} x2={x2} y1={y} y2={y} marker-end="url(#head)" />
              </g>
            );
          })}
        </svg>
      </ScrollRegion>
      <details>
        <summary>The same as text</summary>
        <ol>
          {arrows.map(({ key, time, from, to, text, isFailed }) => (
            <li key={key}>
              {timeOfDay(time)} {from} → {to}: {text}
              {isFailed && ' (failed)'}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

/** Which exchange created which customer; read from the recorded bodies, each once. */
function useCreations(store: Store): ReadonlyMap<string, string> {
  const [created, setCreated] = useState<ReadonlyMap<string, string>>(new Map());
  const creating = store.exchanges.filter(
    ({ operationId, status }) => operationId === 'createCustomer' && status < 300,
  );
  const unread = creating.slice(-20).filter(({ id }) => !created.has(id));
  const wanted = unread.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (wanted === '') return;
    const read = wanted.split(' ').map(async (id): Promise<[string, string]> => {
      const whole = await callAdmin<WholeExchange>(`exchanges/${encodeURIComponent(id)}`).catch(
        () => undefined,
      );
      const body = whole === undefined ? undefined : jsonOf(whole.response);
      return [id, String(Reflect.get(Object(body), 'id') ?? '')];
    });
    Promise.all(read).then((entries) => setCreated((before) => new Map([...before, ...entries])));
  }, [wanted]);
  return created;
}
