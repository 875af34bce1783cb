import type { Problem, View } from '../src/view.js';
import { element, heading, list } from './element.js';
import { type FormPage, planForm } from './form.js';

const main = document.querySelector('main') as HTMLElement;
const progress = document.querySelector('progress') as HTMLProgressElement;
/** Says how far things are, also to a screen reader. */
const announcement = document.querySelector('#announcement') as HTMLElement;
const failure = 'That did not work. Nothing is lost; please try again.';
const ended = 'Your session has ended. Please start again.';

let changes: EventSource | undefined;
/** Counts what was asked for: only what was asked for last is shown. */
let asked = 0;
/** Whether a view was shown before: then a start means that the session has ended. */
let hasShown = false;

const json = { 'content-type': 'application/json' };

async function read(path: string, body?: object): Promise<{ status: number; content: unknown }> {
  const init = body === undefined ? {} : { method: 'POST', headers: json, body: JSON.stringify(body) };
  const response = await fetch(path, init);
  return { status: response.status, content: await response.json() };
}

/** Asks for a view and shows it; false when that did not work. */
async function load(body?: object): Promise<boolean> {
  asked += 1;
  const turn = asked;
  const { status, content } = await read('/api/onboarding', body).catch(() => ({
    status: 0,
    content: undefined,
  }));
  // The app was restarted and has lost the session; a read begins a new one.
  if (status === 404 && body !== undefined) return load();
  if (status === 200 && turn === asked) show(content as View);
  return status === 200;
}

async function send(values: Record<string, string | true>): Promise<readonly Problem[]> {
  asked += 1;
  try {
    const { status, content } = await read('/api/onboarding/form', values);
    if (status === 422) return (content as { problems: Problem[] }).problems;
    if (status === 404 && (await load())) return [];
    if (status !== 200) return [{ path: '', message: failure }];
    show(content as View);
    return [];
  } catch {
    return [{ path: '', message: failure }];
  }
}

function show(view: View): void {
  const isWaiting = view.step === 'waiting';
  if (isWaiting && changes !== undefined) return;
  changes?.close();
  changes = isWaiting ? listen() : undefined;
  if (view.step === 'form') {
    const showProgress: FormPage['showProgress'] = (index, steps) =>
      announce(`Step ${index + 1} of ${steps.length}`, (index + 1) / (steps.length + 1));
    main.replaceChildren(planForm(view, { send, showProgress }));
  } else {
    announce(...states[view.step]);
    main.replaceChildren(...contentOf(view));
    main.querySelector('h1')?.focus();
  }
  hasShown = true;
}

/** Looks again whenever the app says so; where it refuses to, after a while. */
function listen(): EventSource {
  const source = new EventSource('/api/onboarding/changes');
  source.addEventListener('change', () => void load());
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => {
      if (changes !== source) return;
      changes = listen();
      void load();
    }, 10_000);
  });
  return source;
}

const states: Record<Exclude<View['step'], 'form'>, [text: string, share: number]> = {
  start: ['', 0],
  waiting: ['Being checked', 0.9],
  wallet: ['Done', 1],
  closed: ['Closed', 1],
};

function announce(text: string, share: number): void {
  announcement.textContent = text;
  progress.value = share;
}

function contentOf(view: Exclude<View, { step: 'form' }>): HTMLElement[] {
  switch (view.step) {
    case 'start':
      return startContent();
    case 'waiting':
      return [
        element('div', { class: 'spinner', 'aria-hidden': 'true' }),
        heading('We are checking your details'),
        element('p', {}, 'This takes a moment. You can leave this page open, or come back later.'),
      ];
    case 'wallet':
      return walletContent(view.address ?? '');
    case 'closed':
      return [
        heading('We cannot open a wallet for you'),
        ...(view.reasons.length > 0 ? [list(view.reasons)] : []),
        element('p', {}, 'If you think that this is a mistake, please write to us.'),
      ];
  }
}

function startContent(): HTMLElement[] {
  const button = element('button', { type: 'button' }, 'Get started');
  const error = element('p', { class: 'error', role: 'alert', hidden: !hasShown }, ended);
  button.addEventListener('click', async () => {
    if (button.hasAttribute('aria-disabled')) return;
    button.setAttribute('aria-disabled', 'true');
    error.hidden = await load({});
    error.textContent = failure;
    button.removeAttribute('aria-disabled');
  });
  return [
    heading('Open your wallet'),
    element('p', { class: 'lead' }, 'Receive and hold digital dollars. It takes about three minutes.'),
    element('h2', {}, 'What you need'),
    list(['Your phone number and home address', 'A passport, driver’s license, or tax number']),
    error,
    button,
  ];
}

function walletContent(address: string): HTMLElement[] {
  const copy = element('button', { type: 'button', class: 'second' }, 'Copy address');
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(address);
    copy.textContent = 'Copied';
    announcement.textContent = 'Address copied';
  });
  return [
    element('div', { class: 'done', 'aria-hidden': 'true' }, '✓'),
    heading('Your wallet is ready'),
    element('p', { class: 'lead' }, 'Send USDC on Polygon to this address.'),
    element('p', { class: 'address' }, element('code', {}, address)),
    // Only a page that came by HTTPS, or from this machine, may copy.
    ...(isSecureContext ? [copy] : []),
  ];
}

void load().then((isShown) => {
  if (!isShown) main.replaceChildren(heading('Open your wallet'), element('p', {}, failure));
});
