/** Control, format and direction characters, line separators and halves of pairs: they could fake a line of a log. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Text from outside, fit for a message, a log or a terminal: cut, and with escapes for what is not seen as it is. */
export function printable(text: string, maxLength = 128): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return cut.replace(unprintable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** JSON pointer to a property; the names come from outside. */
export function pointerTo(pointer: string, name: string): string {
  return `${pointer}/${printable(name, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
