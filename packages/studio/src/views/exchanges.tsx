import { useEffect, useState } from 'preact/hooks';
import type { Exchange } from '../admin-api.js';
import { ScrollRegion } from '../parts/scroll-region.js';
import { Verdict } from '../parts/verdict.js';
import type { Store } from '../store.js';
import { ExchangeDetail } from './exchange-detail.js';
import { everyExchange, FilterForm, fits } from './exchange-filter.js';

/** More rows than this are never in the document. */
const mostRows = 100;

/** Every exchange, the newest first. */
export function Exchanges({ store }: { readonly store: Store }) {
  const [filter, setFilter] = useState(everyExchange);
  const [page, setPage] = useState(0);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const hasText = filter.text !== '';
  // The stream tells of no ids, by which a customer is found.
  useEffect(() => {
    if (hasText) store.readAgain('exchanges');
  }, [hasText, store.exchanges.at(-1)?.id]);
  const found = store.exchanges.filter((exchange) => fits(exchange, filter));
  const newest = found.slice().reverse();
  const pages = Math.max(1, Math.ceil(newest.length / mostRows));
  const at = Math.min(page, pages - 1);
  const rows = newest.slice(at * mostRows, (at + 1) * mostRows);
  const mark = (id: string, isMarked: boolean) =>
    setMarked(isMarked ? [...marked, id] : marked.filter((one) => one !== id));
  return (
    <>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <FilterForm filter={filter} exchanges={store.exchanges} change={setFilter} />
        <button
          type="button"
          disabled={rows.length === 0}
          onClick={() => setMarked(rows.map(({ id }) => id))}
        >
          Mark all shown
        </button>
        <button type="button" disabled={marked.length === 0} onClick={() => setMarked([])}>
          Mark none
        </button>
      </form>
      <p>
        {found.length} of {store.exchanges.length} exchanges
        {store.hasMissed && '; some were missed while this page was not connected'}
        {!store.isRecording && '; bodies are not recorded (start with --studio)'}
      </p>
      <ScrollRegion label="Table of exchanges">
        <table>
          <thead>
            <tr>
              <th scope="col">mark</th>
              <th scope="col">time</th>
              <th scope="col">operation</th>
              <th scope="col">status</th>
              <th scope="col">ms</th>
              <th scope="col">faults</th>
              <th scope="col">check</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((exchange) => (
              <Row
                key={exchange.id}
                exchange={exchange}
                isMarked={marked.includes(exchange.id)}
                mark={mark}
                show={() => setMarked([exchange.id])}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {pages > 1 && (
        <p class="buttons">
          <button type="button" disabled={at === 0} onClick={() => setPage(at - 1)}>
            Newer
          </button>{' '}
          page {at + 1} of {pages}{' '}
          <button type="button" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            Older
          </button>
        </p>
      )}
      {marked.length > 0 && store.isRecording && <ExchangeDetail store={store} ids={marked} />}
    </>
  );
}

interface RowProps {
  readonly exchange: Exchange;
  readonly isMarked: boolean;
  readonly mark: (id: string, isMarked: boolean) => void;
  readonly show: () => void;
}

function Row({ exchange, isMarked, mark, show }: RowProps) {
  const { id, time, method, path, status, durationMs, faults, violations } = exchange;
  return (
    <tr class={isMarked ? 'marked' : ''}>
      <td>
        <input
          type="checkbox"
          aria-label={`Mark ${method} ${path} at ${timeOfDay(time)}`}
          checked={isMarked}
          onChange={({ currentTarget }) => mark(id, currentTarget.checked)}
        />
      </td>
      <td>{timeOfDay(time)}</td>
      <td>
        <button type="button" class="link" onClick={show}>
          {method} {path}
        </button>
      </td>
      <td>{status === 0 ? 'none' : status}</td>
      <td>{durationMs}</td>
      <td>{faults?.join(', ')}</td>
      <td>
        <Verdict violations={violations} />
      </td>
    </tr>
  );
}

/** Hours, minutes, seconds and milliseconds of a time, as the server counts it. */
export function timeOfDay(time: string): string {
  return time.slice(11, 23);
}
