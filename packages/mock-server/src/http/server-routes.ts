import { packageVersion } from '../generated/package.gen.js';
import type { RequestLog } from '../observers/request-log.js';
import type { ModeName } from '../options.js';
import type { Spec } from '../spec/spec.js';
import { type AdminRoute, adminFields } from './admin-routes.js';

/** Admin routes that every mode has: what the server is, what it remembers, and how it forgets. */
export function serverRoutes(
  { version, sha256, document }: Spec,
  mode: ModeName,
  { violations, requests }: RequestLog,
  reset: () => void,
): Record<string, AdminRoute> {
  const health = { status: 'ok', version: packageVersion, spec: { version, sha256 }, mode };
  return {
    health: { GET: () => health },
    violations: { GET: () => ({ violations }) },
    requests: { GET: () => ({ requests }) },
    spec: { GET: () => document },
    reset: {
      POST: (body) => {
        adminFields(body, []);
        reset();
        return { status: 'ok' };
      },
    },
  };
}
