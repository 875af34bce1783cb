/** What the `Prefer` header of a request asks for. */
export interface Preferences {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic?: boolean;
}

/** No honest wish is longer, and the patterns below take quadratic time. */
const longest = 1000;

const preference = /[\s,;]*([^\s=,;"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*)))?\s*(?=[,;]|$)/y;

/**
 * Reads `Prefer: code=404, example=name, dynamic=true` (RFC 7240): several in one header or in several, values plain
 * or quoted, unknown preferences ignored, the first of two equal ones counts. Text where it cannot be read.
 */
export function readPreferences(header = ''): Preferences | string {
  const values = splitPreferences(header);
  if (values === undefined) return 'Is not a list of preferences such as `code=404, example="name"`.';
  const { code, example, dynamic } = Object.fromEntries(values.reverse());
  if (code !== undefined && !/^[1-5][0-9]{2}$/.test(code)) return '`code` must be a status such as 404.';
  if (dynamic !== undefined && !/^(?:true|false|)$/i.test(dynamic)) return '`dynamic` must be true or false.';
  return {
    ...(code === undefined ? {} : { code: Number(code) }),
    ...(example === undefined ? {} : { example }),
    ...(dynamic === undefined ? {} : { dynamic: dynamic.toLowerCase() !== 'false' }),
  };
}

function splitPreferences(header: string): [string, string][] | undefined {
  if (header.length > longest) return undefined;
  const text = header.replace(/[\s,;]+$/, '');
  const found: [string, string][] = [];
  preference.lastIndex = 0;
  while (preference.lastIndex < text.length) {
    const match = preference.exec(text);
    if (match === null) return undefined;
    const [, name = '', quoted, plain = ''] = match;
    found.push([name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain]);
  }
  return found;
}
