import type { Exchange } from '../admin-api.js';
import { asNamed, Choice } from '../parts/choice.js';

/** Which exchanges are listed. */
export interface Filter {
  readonly text: string;
  readonly operation: string;
  /** The first digit of the status, `0` for no response; empty for all. */
  readonly status: string;
  readonly check: '' | 'ok' | 'violations' | 'error' | 'warning' | 'notice';
  readonly faults: boolean;
}

export const everyExchange: Filter = { text: '', operation: '', status: '', check: '', faults: false };

const statuses = { '': 'any', 2: '2xx', 3: '3xx', 4: '4xx', 5: '5xx', 0: 'no response' } as const;
const checks = {
  '': 'any',
  ok: 'contract ok',
  violations: 'with violations',
  error: 'with errors',
  warning: 'with warnings',
  notice: 'with notices',
} as const;

interface FilterFormProps {
  readonly filter: Filter;
  readonly exchanges: readonly Exchange[];
  readonly change: (filter: Filter) => void;
}

/** The fields of a filter. */
export function FilterForm({ filter, exchanges, change }: FilterFormProps) {
  const operations = [...new Set(exchanges.map(nameOf))].sort();
  const choice = (
    name: 'operation' | 'status' | 'check',
    options: readonly (readonly [string, string])[],
  ) => (
    <Choice
      label={name}
      value={filter[name]}
      options={options}
      choose={(value) => change({ ...filter, [name]: value })}
    />
  );
  return (
    <>
      <label>
        Filter{' '}
        <input
          type="search"
          placeholder="customer, path, code …"
          value={filter.text}
          onInput={({ currentTarget }) => change({ ...filter, text: currentTarget.value })}
        />
      </label>
      {choice('operation', [['', 'any'], ...asNamed(operations)])}
      {choice('status', Object.entries(statuses))}
      {choice('check', Object.entries(checks))}
      <label>
        <input
          type="checkbox"
          checked={filter.faults}
          onChange={({ currentTarget }) => change({ ...filter, faults: currentTarget.checked })}
        />{' '}
        with faults
      </label>
    </>
  );
}

/** Whether an exchange fits all fields of a filter. */
export function fits(exchange: Exchange, { text, operation, status, check, faults }: Filter): boolean {
  const { violations } = exchange;
  if (operation !== '' && nameOf(exchange) !== operation) return false;
  if (status !== '' && Math.floor(exchange.status / 100) !== Number(status)) return false;
  if (faults && (exchange.faults ?? []).length === 0) return false;
  if (check === 'ok' && violations.length > 0) return false;
  if (check === 'violations' && violations.length === 0) return false;
  const isSeverity = check === 'error' || check === 'warning' || check === 'notice';
  if (isSeverity && !violations.some(({ severity }) => severity === check)) return false;
  return text === '' || contains(exchange, text);
}

function nameOf({ operationId, method, path }: Exchange): string {
  return operationId ?? `${method} ${path}`;
}

function contains(exchange: Exchange, text: string): boolean {
  const { method, path, target = '', status, faults = [], violations } = exchange;
  const codes = violations.map(({ code }) => code);
  const all = [nameOf(exchange), method, path, target, status, ...faults, ...codes].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
