import type { Store } from '../store.js';
import { Choice } from './choice.js';

interface CustomerPickerProps {
  readonly store: Store;
  readonly value: string;
  readonly choose: (id: string) => void;
  /** What the choice of none is called, where there is one. */
  readonly none?: string;
}

/** Chooses one of the customers. */
export function CustomerPicker({ store, value, choose, none }: CustomerPickerProps) {
  const customers = store.shown.customers.map(
    ({ id, externalId }) => [id, externalId ? `${id} (${externalId})` : id] as const,
  );
  const options = none === undefined ? customers : [['', none] as const, ...customers];
  return <Choice label="Customer" value={value} options={options} choose={choose} />;
}
