import { maxBodyBytes } from '../../contract/read-message.js';
import { FaultRuleError } from '../../faults/fault-rule.js';
import { isJsonObject } from '../../json/json-object.js';
import { didYouMean, MisuseError, refuseUnknownName, sentence } from '../../option-check.js';
import { ApiProblem } from '../../sandbox/rules/api-problem.js';
import { isForeignPage, type OwnHosts } from '../cross-origin.js';
import { type ApiResponse, jsonResponse, type RawRequest } from '../message.js';
import { refuse } from '../refusal.js';
import { pageHeaders, studioFile, wantsPage } from './studio-page.js';

/** What an admin route does, by method, with the JSON of the request. What it returns is the JSON of the response, or a stream of events. */
export type AdminRoute = Readonly<Record<string, (body: unknown, request: AdminRequest) => unknown>>;

/** A request for an admin route. */
export interface AdminRequest extends RawRequest {
  /** What stands in the place of `{id}` in the name of the route. */
  readonly routeId: string;
}

/** What admin routes are put together from. */
interface AdminRoutesOptions {
  readonly basePath: string;
  readonly routes: Readonly<Record<string, AdminRoute>>;
  readonly ownHosts: OwnHosts;
  /** Whether `/` is not a path of the spec. */
  readonly hasStartPage: boolean;
  /** Resolves when what a route did would outlive a crash. */
  readonly settled?: (() => Promise<void>) | undefined;
}

/** Where the files of the page are, below `/__oms/`. */
const studioFolder = 'studio/';

const streamed = {
  status: 200,
  headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  body: '',
};

/** The start page, and routes below `/__oms/`, with the base path of the spec before it or without. They are no part of the API. */
export class AdminRoutes {
  readonly #options: AdminRoutesOptions;
  readonly #routes: ReadonlyMap<string, AdminRoute>;

  constructor(options: AdminRoutesOptions) {
    this.#options = options;
    this.#routes = new Map(Object.entries(options.routes));
  }

  /** Whether a request target is a route that shows or changes what goes through the server. */
  isSteering(target: string): boolean {
    const name = this.#nameIn(target);
    return name !== undefined && name !== 'health' && !name.startsWith(studioFolder);
  }

  /** The response to a request for an admin route; undefined for any other. */
  respond(request: RawRequest): Promise<ApiResponse> | ApiResponse | undefined {
    const { id, target, bytes } = request;
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    if (method === 'GET' && this.#isStartPage(target)) return this.#startPage(request);
    const name = this.#nameIn(target);
    if (name === undefined) return undefined;
    if (isForeignPage(request, this.#options.ownHosts))
      return refuse(id, {
        status: 403,
        message: 'Admin routes are not for pages from elsewhere; allowHost lets those of another host in.',
      });
    const file = name.startsWith(studioFolder) ? studioFile(name.slice(studioFolder.length)) : undefined;
    if (file !== undefined && method === 'GET') return file;
    const [, above = '', routeId = ''] = /^([^/]+)\/([^/]+)$/.exec(name) ?? [];
    const route = this.#routes.get(name) ?? this.#routes.get(`${above}/{id}`);
    if (route === undefined) {
      const known = [...this.#routes.keys()].map((key) => `/__oms/${key}`);
      const meant = didYouMean(`/__oms/${name}`, known) || '.';
      const message = `There is no such admin route${meant} Available: ${known.join(', ')}.`;
      return refuse(id, { status: 404, message });
    }
    const run = new Map(Object.entries(route)).get(method);
    if (bytes.byteLength > maxBodyBytes)
      return refuse(id, { status: 413, message: 'Admin routes take bodies of up to 1 MB.' });
    if (run !== undefined) return this.#attempt(id, () => run(readJson(bytes), { ...request, routeId }));
    const allow = Object.keys(route).join(', ');
    return refuse(id, { status: 405, message: `This admin route takes ${allow}.`, headers: { allow } });
  }

  /** The page for browsers, and what is known of the server for everybody else; neither holds data. */
  #startPage(request: RawRequest): ApiResponse | undefined {
    if (wantsPage(request.headers['accept'])) return studioFile('index.html');
    const health = this.#routes.get('health')?.['GET']?.(undefined, { ...request, routeId: '' });
    return jsonResponse(200, health, pageHeaders);
  }

  async #attempt(id: string, run: () => unknown): Promise<ApiResponse> {
    try {
      const result = await run();
      await this.#options.settled?.();
      if (result instanceof ReadableStream) return { ...streamed, stream: result };
      return jsonResponse(200, result);
    } catch (error) {
      const status = refusalStatus(error);
      if (status === undefined) throw error;
      return refuse(id, { status, message: `This cannot be done: ${sentence((error as Error).message)}` });
    }
  }

  #isStartPage(target: string): boolean {
    return this.#options.hasStartPage && pathOf(target) === '/';
  }

  #nameIn(target: string): string | undefined {
    const { basePath } = this.#options;
    const path = pathOf(target);
    const below = path.startsWith(`${basePath}/__oms/`) ? path.slice(basePath.length) : path;
    return below.startsWith('/__oms/') ? below.slice('/__oms/'.length) : undefined;
  }
}

/** The status for an error that a caller of a route caused; undefined for any other. */
function refusalStatus(error: unknown): number | undefined {
  if (error instanceof ApiProblem) return error.status;
  return error instanceof MisuseError || error instanceof FaultRuleError ? 400 : undefined;
}

function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '').split('?')[0] ?? '';
}

/** Undefined for no body. */
function readJson(body: Uint8Array): unknown {
  try {
    return body.length === 0 ? undefined : JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new MisuseError('the body is not JSON');
  }
}

/** The fields in the body of an admin request; none without a body. Throws MisuseError for one that the route does not have. */
export function adminFields(body: unknown, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (body === undefined) return {};
  if (!isJsonObject(body)) throw new MisuseError('the body must be an object');
  refuseUnknownName(body, known, 'a field of this route');
  return body;
}
