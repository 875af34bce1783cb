import { countryCodes, type KycField, validatorFor } from '@oms-sdk/client/kyc';
import { element } from './element.js';

/** A field with its label, its hint and its error. */
export interface FieldRow {
  readonly path: string;
  readonly whole: HTMLElement;
  /** What was filled in; undefined for nothing. */
  value(): string | true | undefined;
  /** What is wrong with it. */
  check(): string | undefined;
  showError(message: string | undefined): void;
  /** A message that begins with its verb, as a sentence about the field. */
  sentence(message: string): string;
  focus(): void;
}

export function fieldRow(field: KycField, saysOptional: boolean): FieldRow {
  const { path, kind, isRequired } = field;
  const [choice] = field.choices ?? [];
  const isTick = kind === 'choice' && field.choices?.length === 1;
  const label = isTick ? (choice?.label ?? field.label) : field.label;
  const input = inputFor(field, isTick);
  const error = element('p', { id: `${path}-error`, class: 'error', hidden: true });
  const hint = hintFor(field);
  const title = element('label', { for: path }, label);
  if (saysOptional && !isRequired) title.append(' ', element('span', { class: 'quiet' }, '(optional)'));
  const whole = element('div', { class: isTick ? 'field tick' : 'field' });
  if (isTick) whole.append(error, input, title);
  else
    whole.append(
      title,
      ...(hint === undefined ? [] : [element('p', { id: `${path}-hint`, class: 'hint' }, hint)]),
      error,
      input,
    );

  const value = () => {
    if (isTick) return (input as HTMLInputElement).checked ? true : undefined;
    const text = kind === 'tel' ? input.value.replace(/[\s().-]/g, '') : input.value.trim();
    return text === '' ? undefined : text;
  };
  const check = () => {
    const filled = value();
    if (filled === undefined) return isRequired ? 'Is required.' : undefined;
    return validatorFor(path)['~standard'].validate(filled).issues?.[0]?.message;
  };
  const sentence = (message: string) =>
    `${field.label} ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  const showError = (message: string | undefined) => {
    error.textContent = message === undefined ? '' : sentence(message);
    error.hidden = message === undefined;
    input.setAttribute('aria-invalid', String(message !== undefined));
    const notes = [hint !== undefined && `${path}-hint`, message !== undefined && `${path}-error`];
    input.setAttribute('aria-describedby', notes.filter((id) => id !== false).join(' '));
  };
  showError(undefined);
  // What is still empty is asked for at the end of the step.
  input.addEventListener('change', () => showError(value() === undefined ? undefined : check()));
  return { path, whole, value, check, showError, sentence, focus: () => input.focus() };
}

const types: Partial<Record<KycField['kind'], string>> = { date: 'date', email: 'email', tel: 'tel' };

function inputFor({ path, kind, choices, autocomplete, inputMode, isRequired }: KycField, isTick: boolean) {
  const shared = { id: path, name: path, autocomplete, required: isRequired };
  if (isTick) return element('input', { ...shared, type: 'checkbox' });
  const options = kind === 'country' ? countries() : choices;
  if (options === undefined) {
    const type = types[kind] ?? 'text';
    return element('input', {
      ...shared,
      type,
      maxlength: 200,
      inputmode: kind === 'date' ? undefined : inputMode,
    });
  }
  const made = options.map(({ value, label }) => element('option', { value }, label));
  return element('select', shared, element('option', { value: '' }, 'Please choose'), ...made);
}

function countries(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return countryCodes()
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

function hintFor({ kind, path }: KycField): string | undefined {
  if (kind === 'tel') return 'With the country code, such as +1 202 555 0143';
  if (path === 'firstName') return 'Names as they are printed in your document';
  return undefined;
}
