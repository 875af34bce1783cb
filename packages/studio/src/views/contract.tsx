import { useEffect } from 'preact/hooks';
import type { OperationCoverage } from '../admin-api.js';
import { ScrollRegion } from '../parts/scroll-region.js';
import { ViolationList } from '../parts/verdict.js';
import type { Store } from '../store.js';

/** What broke the contract, and which responses this integration has met. */
export function Contract({ store }: { readonly store: Store }) {
  useEffect(() => store.readAgain('coverage'), [store.exchanges.at(-1)?.id]);
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
        <ScrollRegion label="Picture of the coverage">
          <CoveragePicture operations={operations} />
        </ScrollRegion>
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

const cell = { width: 34, height: 18 };
const namesWidth = 200;

/** A row for each operation and a column for each status: filled where it was met, hollow where it is untried. */
function CoveragePicture({ operations }: { readonly operations: readonly OperationCoverage[] }) {
  const columns = [
    ...new Set(operations.flatMap(({ statuses }) => statuses.map(({ status }) => status))),
  ].sort();
  const [width, height] = [
    namesWidth + columns.length * cell.width,
    (operations.length + 1) * cell.height + 4,
  ];
  const x = (status: string) => namesWidth + columns.indexOf(status) * cell.width;
  return (
    <svg width={width} height={height} aria-hidden="true" class="coverage">
      {columns.map((status) => (
        <text key={status} x={x(status) + cell.width / 2} y={12} class="label">
          {status}
        </text>
      ))}
      {operations.map(({ operationId, method, path, statuses }, index) => {
        const y = (index + 1) * cell.height;
        return (
          <g key={`${method} ${path}`}>
            <text x={0} y={y + 12}>
              {operationId ?? `${method} ${path}`}
            </text>
            {statuses.map(({ status, count }) => (
              <g key={status} class={count > 0 ? 'filled' : 'hollow'}>
                <rect x={x(status) + 2} y={y + 1} width={cell.width - 4} height={cell.height - 4} rx={3} />
                {count > 0 && (
                  <text x={x(status) + cell.width / 2} y={y + 12} class="label">
                    {count > 99 ? '✓' : `✓ ${count}`}
                  </text>
                )}
              </g>
            ))}
          </g>
        );
      })}
    </svg>
  );
}
