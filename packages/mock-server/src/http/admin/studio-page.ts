import { existsSync, readFileSync } from 'node:fs';
import { type ApiResponse, jsonResponse } from '../message.js';

/** Types of the files of the page, by their names. */
const types: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'main.js': 'text/javascript; charset=utf-8',
  'main.css': 'text/css; charset=utf-8',
};

/** The page runs its own script and asks its own server; nobody may show it in a frame to have clicks on it go elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of everything that a browser may show as a page. */
export const pageHeaders: ApiResponse['headers'] = {
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** Beside the built server, and where its sources are, once it was built. */
const places = ['./studio/', '../../../dist/studio/'].map((place) => new URL(place, import.meta.url));

/** A file of the page; undefined for a name it does not have. */
export function studioFile(name: string): ApiResponse | undefined {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) return undefined;
  const folder = places.find((place) => existsSync(new URL('index.html', place)));
  if (folder === undefined)
    return jsonResponse(503, { message: 'Studio is not built: run `npm run build`.' });
  return {
    status: 200,
    headers: { ...pageHeaders, 'content-type': type },
    body: readFileSync(new URL(name, folder), 'utf8'),
  };
}

/** Whether a browser asks for something to show, and not a program for what it can read. */
export function wantsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') === true;
}
