import { randomUUID } from 'node:crypto';
import type { StoredToken, TokenStore } from '@oms-sdk/client';
import type { DeliveryLog } from '@oms-sdk/client/webhooks';
import type { RedisClientType } from 'redis';

/** The part of a client that is used here. */
type Redis = Pick<RedisClientType, 'get' | 'set' | 'eval'>;

const claimMs = 60_000;
/** Longer than OMS retries a delivery, which is about three days. */
const keptSeconds = 30 * 86_400;

const abandonOwn = `if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

/**
 * Deliveries under keys that Redis forgets by itself. The first to set a key claims it, in one command, which Redis has since
 * version 7. A claim is gone after a minute, so that the delivery of a process that died is handled when it comes again.
 */
export function redisDeliveryLog(redis: Redis, prefix = 'oms:delivery:'): DeliveryLog {
  const owner = randomUUID();
  return {
    async begin(id, claim = owner) {
      const expiration = { type: 'PX', value: claimMs } as const;
      const before = await redis.set(prefix + id, claim, { condition: 'NX', GET: true, expiration });
      if (before === null) return 'new';
      return before === 'done' ? 'done' : 'busy';
    },
    complete: async (id) =>
      void (await redis.set(prefix + id, 'done', { expiration: { type: 'EX', value: keptSeconds } })),
    abandon: async (id, claim = owner) =>
      void (await redis.eval(abandonOwn, { keys: [prefix + id], arguments: [claim] })),
  };
}

/** A token under one key, which Redis forgets when the token expires. Give each API key a key of its own. */
export function redisTokenStore(redis: Redis, key = 'oms:token'): TokenStore {
  return {
    async get() {
      const text = await redis.get(key);
      return text === null ? undefined : (JSON.parse(text) as StoredToken);
    },
    set: (token) =>
      redis.set(key, JSON.stringify(token), { expiration: { type: 'PXAT', value: token.expiresAt } }),
  };
}
