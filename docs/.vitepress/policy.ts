import { createHash } from 'node:crypto';

/**
 * Nothing but this site's own files is loaded, and nothing is sent anywhere. A script within the page has to be one of those
 * that VitePress wrote when the site was built. `data:` is for the icons in its style sheet.
 */
export function withPolicy(html: string): string {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs);
  const hashes = [...scripts].map(([, script = '']) => createHash('sha256').update(script).digest('base64'));
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hashes.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
  const [head = '', ...body] = html
    .replace('<meta charset="utf-8">', (charset) => charset + meta)
    .split('<body>');
  return [head, body.join('<body>').replace(/(<[a-z][^<>]*) style="[^"<>]*"/g, '$1')].join('<body>');
}
