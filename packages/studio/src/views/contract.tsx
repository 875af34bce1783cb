import { useEffect } from 'preact/hooks';
import type { Store } from '../store.js';
import { ScrollRegion } from './scroll-region.js';
import { ViolationList } from './verdict.js';

/** What broke the contract, and which responses this integration has met. */
export function Contract({ store }: { readonly store: Store }) {
  useEffect(() => store.readAgain('coverage'), [store.exchanges.length]);
  const byCode = new Map<string, Store['exchanges'][number]['violations'][number][]>();
  for (const { violations } of store.exchanges)
    for (const violation of violations)
      byCode.set(violation.code, [...(byCode.get(violation.code) ?? []), violation]);
  const { operations } = store.shown;
  const all = operations.flatMap(({ statuses }) => statuses);
  const met = all.filter(({ count }) => count > 0);
  return (
    <>
      <section aria-label="Violations">
        <h3>Violations</h3>
        {byCode.size === 0 && <p>Every message so far kept the contract.</p>}
        {[...byCode].map(([code, violations]) => (
          <details key={code}>
            <summary>
              {code}: {violations.length}
            </summary>
            <ViolationList violations={violations.slice(-20)} />
          </details>
        ))}
      </section>
      <section aria-label="Coverage">
        <h3>Coverage</h3>
        <p>
          This integration has met {met.length} of {all.length} responses of the spec.
        </p>
        <ScrollRegion label="Table of operations">
          <table>
            <thead>
              <tr>
                <th scope="col">operation</th>
                <th scope="col">met</th>
                <th scope="col">untried</th>
              </tr>
            </thead>
            <tbody>
              {operations.map(({ operationId, method, path, statuses }) => (
                <tr key={`${method} ${path}`}>
                  <th scope="row">{operationId ?? `${method} ${path}`}</th>
                  <td>
                    {statuses
                      .filter((one) => one.count > 0)
                      .map((one) => (
                        <span key={one.status} class="met">
                          ✓ {one.status} × {one.count}
                        </span>
                      ))}
                  </td>
                  <td>
                    {statuses
                      .filter((one) => one.count === 0)
                      .map((one) => (
                        <span key={one.status} class="untried">
                          {one.status}
                        </span>
                      ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </section>
    </>
  );
}
