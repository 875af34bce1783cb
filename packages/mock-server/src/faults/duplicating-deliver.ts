import type { Deliver } from '../sandbox/webhooks/delivery-options.js';
import type { Faults } from './faults.js';

/** Sends a delivery again, as often as the faults say, once it was answered. What the copies are answered does not count. */
export function duplicatingDeliver(deliver: Deliver, faults: Faults): Deliver {
  return async (url, body, headers) => {
    const status = await deliver(url, body, headers);
    const { event } = JSON.parse(body) as { event: string };
    for (let copies = faults.copiesOf(event); copies > 0; copies -= 1)
      await deliver(url, body, headers).catch(() => 0);
    return status;
  };
}
