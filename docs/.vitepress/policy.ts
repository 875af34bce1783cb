import { createHash } from 'node:crypto';

/** What VitePress writes into each page: which of two themes to begin with, and which keys to show. */
export const inlineScripts: readonly string[] = [
  `(()=>{const e=localStorage.getItem("vitepress-theme-appearance")||"auto",a=window.matchMedia("(prefers-color-scheme: dark)").matches;(!e||e==="auto"?a:e==="dark")&&document.documentElement.classList.add("dark")})();`,
  `document.documentElement.classList.toggle("mac",/Mac|iPhone|iPod|iPad/i.test(navigator.platform));`,
];

const hashes = inlineScripts.map((script) => createHash('sha256').update(script).digest('base64'));

/**
 * Nothing but this site's own files is loaded, and nothing is sent anywhere. A script within the page has to be one of those
 * that we know; any other stops the build. `data:` is for the icons in the style sheet of VitePress.
 */
export function withPolicy(html: string): string {
  for (const [, script = ''] of html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script[^>]*>/gis)) {
    if (!inlineScripts.includes(script))
      throw new Error(`A page has a script that we do not know: ${script}`);
  }
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
