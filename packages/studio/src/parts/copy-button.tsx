import { useState } from 'preact/hooks';

interface CopyButtonProps {
  readonly label: string;
  /** What is copied; rejects with what is to be said instead. */
  readonly text: () => string | Promise<string>;
}

/** Copies a text, and shows it below where the browser has no clipboard for this page. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [state, setState] = useState<{ readonly said: string; readonly shown?: string }>({ said: '' });
  const copy = async () => {
    try {
      const copied = await text();
      const isCopied = await navigator.clipboard?.writeText(copied).then(
        () => true,
        () => false,
      );
      setState(
        isCopied === true ? { said: 'Copied', shown: copied } : { said: 'Select and copy it', shown: copied },
      );
    } catch (error) {
      setState({ said: (error as Error).message });
    }
  };
  return (
    <span class="copy">
      <button type="button" onClick={copy}>
        {label}
      </button>{' '}
      <span role="status">{state.said}</span>
      {state.shown !== undefined && (
        <textarea aria-label={`${label}: text`} class="copied" readOnly rows={12} value={state.shown} />
      )}
    </span>
  );
}
