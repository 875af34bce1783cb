import { useEffect, useState } from 'preact/hooks';
import { byTime, callAdmin, type Fault, type Violation, type WholeExchange } from '../admin-api.js';
import { curlOf } from '../copy/curl.js';
import { stepsOf } from '../copy/steps.js';
import { programOf } from '../copy/typescript.js';
import { testOf } from '../copy/vitest.js';
import { CopyButton } from '../parts/copy-button.js';
import { Message } from '../parts/message.js';
import { ViolationList } from '../parts/verdict.js';
import type { Store } from '../store.js';
import { useAdmin } from '../use-admin.js';
import { SpecOperation } from './spec-operation.js';

interface DetailProps {
  readonly store: Store;
  readonly ids: readonly string[];
}

/** One exchange in full, or what can be copied of a marked stretch. */
export function ExchangeDetail({ store, ids }: DetailProps) {
  const [whole, setWhole] = useState<readonly WholeExchange[]>([]);
  const [problem, setProblem] = useState<string>();
  const wanted = ids.join(' ');
  const { faults = [] } =
    useAdmin<{ faults: readonly Fault[] }>('faults', [wanted, store.shown.deliveries]).result ?? {};
  useEffect(() => {
    let isStale = false;
    const read = Promise.all(
      ids.map((id) => callAdmin<WholeExchange>(`exchanges/${encodeURIComponent(id)}`)),
    );
    read.then(
      (exchanges) => {
        if (isStale) return;
        setProblem(undefined);
        setWhole([...exchanges].sort(byTime));
      },
      (error: Error) => {
        if (!isStale) setProblem(error.message);
      },
    );
    return () => {
      isStale = true;
    };
  }, [wanted]);
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  const [first] = whole;
  const last = whole.at(-1);
  if (first === undefined || last === undefined) return <p>Reading …</p>;
  const actions = store.actions.filter(({ time }) => time >= first.time && time <= last.time);
  const title = whole.length === 1 ? `${first.method} ${first.path}` : 'what happened in Studio';
  return (
    <section aria-label="The exchange in full" class="detail">
      <h3>{whole.length === 1 ? `${first.method} ${first.target}` : `${whole.length} exchanges`}</h3>
      <p class="buttons">
        {whole.length === 1 && (
          <CopyButton label="Copy as curl" text={() => curlOf(first, location.origin)} />
        )}
        <CopyButton
          label="Copy as TypeScript"
          text={() => programOf(whole, location.origin, basePathOf(first))}
        />
        <CopyButton label="Copy as Vitest test" text={() => testOf(stepsOf(whole, actions, faults), title)} />
      </p>
      {whole.length === 1 && <Whole exchange={first} />}
    </section>
  );
}

function basePathOf({ target, path }: WholeExchange): string {
  const pathname = target.split('?')[0] ?? '';
  const words = pathname.split('/');
  return words.slice(0, words.length - (path.split('/').length - 1)).join('/');
}

function Whole({ exchange }: { readonly exchange: WholeExchange }) {
  const { request, response, violations, operationId } = exchange;
  const of = (direction: Violation['direction']) => violations.filter((one) => one.direction === direction);
  return (
    <>
      <p>
        Status {exchange.status || 'none'}, {exchange.durationMs} ms
        {operationId !== undefined && (
          <>
            , operation <code>{operationId}</code>
          </>
        )}
        {exchange.faults !== undefined && exchange.faults.length > 0 && (
          <>, faults: {exchange.faults.join(', ')}</>
        )}
      </p>
      {violations.length > 0 && <ViolationList violations={violations} />}
      <div class="beside">
        <div>
          <Message title="Request" message={request} violations={of('request')} />
          <Message title="Response" message={response} violations={of('response')} />
        </div>
        <SpecOperation method={exchange.method} path={exchange.path} status={exchange.status} />
      </div>
    </>
  );
}
