const longest = 64;

/** A property name from a message, fit to be shown: cut to 64 characters, control characters escaped. */
export function safeName(name: string): string {
  const cut = name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
