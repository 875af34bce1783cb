import type { Exchange } from './contract/exchange.js';
import { refuse } from './http/refusal.js';

/** The exchange with its response replaced by an error, when the response breaks the contract. */
export function withStrictResponse(id: string, exchange: Exchange): Exchange {
  if (exchange.response.isUnchecked === true) return exchange;
  const wrong = exchange.violations.filter(
    ({ direction, severity }) => direction === 'response' && severity === 'error',
  );
  if (wrong.length === 0) return exchange;
  const details = wrong.map(({ code, location, message }) => ({
    code,
    location: location.join('.'),
    message,
  }));
  return {
    ...exchange,
    response: refuse(id, { status: 500, message: 'The response breaks the contract.', details }),
  };
}
