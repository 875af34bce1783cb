import { unknownName } from '../unknown-name.js';
import { AdminRefusal } from './admin-refusal.js';

/** The fields in the body of an admin request; none without a body. Throws AdminRefusal for one that the route does not have. */
export function adminFields(body: unknown, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AdminRefusal('the body must be an object');
  const unknown = unknownName(body, known, 'a field of this route');
  if (unknown !== undefined) throw new AdminRefusal(unknown);
  return body as Readonly<Record<string, unknown>>;
}
