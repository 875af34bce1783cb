import type { Exchange } from '../contract/exchange.js';
import { refuse } from '../message/refusal.js';

/** The exchange with its answer replaced by an error, when the answer breaks the contract. */
export function withStrictAnswer(id: string, exchange: Exchange): Exchange {
  if (exchange.answer.isUnjudged === true) return exchange;
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
    answer: refuse(id, { status: 500, message: 'The response breaks the contract.', details }),
  };
}
