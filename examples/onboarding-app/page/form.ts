import type { Problem, View } from '../src/view.js';
import { element, heading, list } from './element.js';
import { type FieldRow, fieldRow } from './field-row.js';
import { type Step, stepsOf } from './steps.js';

type FormView = Extract<View, { step: 'form' }>;

/** What a form tells the page, and gets from it. */
export interface FormPage {
  /** Sends the values by path; returns what is wrong, and nothing once the form is over. */
  readonly send: (values: Record<string, string | true>) => Promise<readonly Problem[]>;
  readonly showProgress: (index: number, steps: readonly Step[]) => void;
}

/** A plan as a form of several steps. What is filled in stays in its inputs, and is sent at the end of the last one. */
export function planForm({ fields, reasons, isAgain }: FormView, page: FormPage): HTMLFormElement {
  const steps = stepsOf(fields);
  const hasRequired = fields.some(({ isRequired }) => isRequired);
  const rows = steps.map((step) =>
    step.fields.flatMap((field) => field.parts ?? [field]).map((field) => fieldRow(field, hasRequired)),
  );
  const parts = steps.map(({ title }, index) => {
    const whole = element('fieldset', { 'aria-labelledby': `step-${index}` }, heading(title));
    whole.firstElementChild?.setAttribute('id', `step-${index}`);
    whole.append(...(rows[index] ?? []).map((row) => row.whole));
    return whole;
  });
  const summary = element('div', { class: 'summary', tabindex: -1, hidden: true });
  const back = element('button', { type: 'button', class: 'back' }, 'Back');
  const next = element('button', { type: 'submit' });
  const notice = isAgain ? noticeOf(reasons, hasRequired) : undefined;
  const form = element(
    'form',
    { novalidate: true },
    back,
    summary,
    ...(notice === undefined ? [] : [notice]),
    ...parts,
    next,
  );
  let current = 0;

  const go = (index: number) => {
    current = index;
    for (const [place, part] of parts.entries()) part.hidden = place !== index;
    summary.hidden = true;
    back.hidden = index === 0;
    next.textContent = index === steps.length - 1 ? 'Send for checking' : 'Continue';
    page.showProgress(index, steps);
    parts[index]?.querySelector('h1')?.focus();
  };

  const showProblems = (problems: readonly Problem[]) => {
    const all = rows.flat();
    for (const row of all) row.showError(problems.find(({ path }) => path === row.path)?.message);
    const step = rows.findIndex((inside) =>
      inside.some(({ path }) => problems.some((problem) => problem.path === path)),
    );
    if (step !== -1 && step !== current) go(step);
    const entries = problems.map(({ path, message }) => {
      const row = all.find((candidate) => candidate.path === path);
      return row === undefined ? message : linkTo(row, message);
    });
    summary.replaceChildren(element('h2', {}, 'Please look at this again'), list(entries));
    summary.hidden = false;
    summary.focus();
  };

  const send = async () => {
    next.setAttribute('aria-disabled', 'true');
    next.textContent = 'Sending …';
    const entries = rows.flat().flatMap((row) => {
      const value = row.value();
      return value === undefined ? [] : [[row.path, value] as const];
    });
    const problems = await page.send(Object.fromEntries(entries));
    next.removeAttribute('aria-disabled');
    next.textContent = 'Send for checking';
    if (problems.length > 0) showProblems(problems);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (next.hasAttribute('aria-disabled')) return;
    const problems = (rows[current] ?? []).flatMap((row) => {
      const message = row.check();
      return message === undefined ? [] : [{ path: row.path, message }];
    });
    if (problems.length > 0) showProblems(problems);
    else if (current < steps.length - 1) go(current + 1);
    else void send();
  });
  back.addEventListener('click', () => go(current - 1));
  // Only what is in the page can take the focus. Why there is a second try comes before its heading.
  queueMicrotask(() => {
    go(0);
    notice?.focus();
  });
  return form;
}

function noticeOf(reasons: readonly string[], hasRequired: boolean): HTMLElement {
  const next = hasRequired
    ? 'Please enter it again.'
    : 'Fill in what has to change, and leave the rest empty.';
  const why = reasons.length > 0 ? list(reasons) : 'The check could not confirm your details.';
  const title = element('h2', {}, 'We need a second try');
  return element('div', { class: 'notice', tabindex: -1 }, title, why, element('p', {}, next));
}

function linkTo(row: FieldRow, message: string): HTMLAnchorElement {
  const link = element('a', { href: `#${row.path}` }, row.sentence(message));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    row.focus();
  });
  return link;
}
