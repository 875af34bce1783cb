import type { Violation } from '../admin-api.js';

const words = { error: 'error', warning: 'warning', notice: 'notice' } as const;

/** Whether an exchange kept the contract, in a word and a sign. */
export function Verdict({ violations }: { readonly violations: readonly Violation[] }) {
  const worst = (['error', 'warning', 'notice'] as const).find((wanted) =>
    violations.some(({ severity }) => severity === wanted),
  );
  if (worst === undefined) return <span class="verdict ok">✓ contract ok</span>;
  const count = violations.filter(({ severity }) => severity === worst).length;
  return (
    <span class={`verdict ${worst}`}>
      {worst === 'notice' ? '·' : worst === 'warning' ? '!' : '✗'} {count} {words[worst]}
      {count === 1 ? '' : 's'}
    </span>
  );
}

/** One that was read with its exchange says what its code means. */
type ListedViolation = Violation & { readonly explanation?: string };

/** What is wrong, where, and what was probably meant. */
export function ViolationList({ violations }: { readonly violations: readonly ListedViolation[] }) {
  return (
    <ul class="violations">
      {violations.map(({ code, severity, location, message, suggestion, explanation }) => (
        <li key={`${code} ${location.join('.')}`}>
          <strong>{severity}</strong> <code>{code}</code> at{' '}
          <code>{location.join('.') || 'the message'}</code>: {message}
          {suggestion !== undefined && !message.includes(suggestion) && <> (did you mean {suggestion}?)</>}
          {explanation !== undefined && <small> {explanation}</small>}
        </li>
      ))}
    </ul>
  );
}
