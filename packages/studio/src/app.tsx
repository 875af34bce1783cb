import { useEffect, useState } from 'preact/hooks';
import { fragment } from './admin-api.js';
import { type Store, useStore } from './store.js';
import { Contract } from './views/contract.js';
import { Customers } from './views/customers.js';
import { Exchanges } from './views/exchanges.js';
import { FaultsAndTime } from './views/faults-and-time.js';
import { FlowView } from './views/flow-view.js';
import { Webhooks } from './views/webhooks.js';

const views = {
  exchanges: { title: 'Exchanges', View: Exchanges, needsSandbox: false },
  flow: { title: 'Flow', View: FlowView, needsSandbox: true },
  customers: { title: 'Customers', View: Customers, needsSandbox: true },
  webhooks: { title: 'Webhooks', View: Webhooks, needsSandbox: true },
  faults: { title: 'Faults and time', View: FaultsAndTime, needsSandbox: false },
  contract: { title: 'Contract', View: Contract, needsSandbox: false },
} as const;

type ViewName = keyof typeof views;

const connections = {
  connecting: 'connecting …',
  live: '● live',
  lost: '○ the server does not respond; trying again',
  refused: '○ the server wants its admin token',
} as const;

/** The page: a heading, the views, and the one that is chosen. */
export function App({ store }: { readonly store: Store }) {
  useStore(store);
  const [name, choose] = useViewName();
  const { title, View, needsSandbox } = views[name];
  const { health, connection, problem } = store;
  const isWithoutState = needsSandbox && health !== undefined && health.mode !== 'sandbox';
  return (
    <>
      <header>
        <h1>OMS Studio</h1>
        <p>
          <span role="status" class={`connection ${connection}`}>
            {connections[connection]}
          </span>
          {health !== undefined && (
            <>
              {' '}
              mode {health.mode}, spec {health.spec.version}, version {health.version}
            </>
          )}{' '}
          <button
            type="button"
            onClick={() => {
              if (confirm('Forget all exchanges and empty the sandbox?')) store.act('reset');
            }}
          >
            Reset
          </button>
        </p>
      </header>
      <nav aria-label="Views">
        {(Object.keys(views) as ViewName[]).map((key) => (
          <a
            key={key}
            href={addressOf(key)}
            aria-current={key === name ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              choose(key);
            }}
          >
            {views[key].title}
          </a>
        ))}
      </nav>
      <main>
        <h2>{title}</h2>
        {problem !== undefined && <p role="alert">{problem}</p>}
        {connection === 'refused' && <TokenForm />}
        {isWithoutState ? (
          <p>The mode {health.mode} keeps no state, so there is nothing to show here.</p>
        ) : (
          <View store={store} />
        )}
      </main>
    </>
  );
}

/** Asks for the token of a server that others can reach. It stays in the fragment, which is sent nowhere. */
function TokenForm() {
  const [token, setToken] = useState('');
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const parts = fragment();
        parts.set('token', token.trim());
        location.hash = `#${parts}`;
      }}
    >
      <label>
        Admin token, as the command printed it{' '}
        <input
          type="password"
          autocomplete="off"
          required
          value={token}
          onInput={({ currentTarget }) => setToken(currentTarget.value)}
        />
      </label>
      <button type="submit">Use it</button>
    </form>
  );
}

function addressOf(view: ViewName): string {
  const parts = fragment();
  parts.set('view', view);
  return `#${parts}`;
}

/** The chosen view, which is in the address, so that it stays through a reload. */
function useViewName(): [ViewName, (name: ViewName) => void] {
  const read = (): ViewName => {
    const name = fragment().get('view') ?? '';
    return Object.hasOwn(views, name) ? (name as ViewName) : 'exchanges';
  };
  const [name, setName] = useState<ViewName>(read);
  useEffect(() => {
    const follow = () => setName(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const choose = (wanted: ViewName) => {
    location.hash = addressOf(wanted);
  };
  return [name, choose];
}
