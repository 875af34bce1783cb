import { FaultRuleError, parseFault, startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { checkFaultRule } from '../../src/faults/parse-fault.js';

test.each([
  ['reset-before', { kind: 'reset-before' }],
  ['latency=200', { kind: 'latency', latencyMs: 200 }],
  ['latency; latencyMs=200; when=after', { kind: 'latency', latencyMs: 200, when: 'after' }],
  [
    'status=503; operation=POST /customers; first=3',
    { kind: 'status', status: 503, operation: 'POST /customers', first: 3 },
  ],
  [
    'rate-limit=Wed, 21 Oct 2026 07:28:00 GMT; nth=2',
    { kind: 'rate-limit', retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT', nth: 2 },
  ],
  ['rate-limit=', { kind: 'rate-limit', retryAfter: '' }],
  [' html ; status = 504; probability=0.25 ;', { kind: 'html', status: 504, probability: 0.25 }],
  [
    'duplicate-delivery=2; event=customer.endorsement.granted',
    { kind: 'duplicate-delivery', copies: 2, event: 'customer.endorsement.granted' },
  ],
  ['clock-skew=-3600000', { kind: 'clock-skew', skewMs: -3_600_000 }],
])('reads "%s"', (text, rule) => {
  expect(parseFault(text)).toEqual(rule);
});

test.each([
  ['', 'kind', 'must be one of latency, reset-before, reset-after'],
  ['reset', 'kind', 'must be one of latency'],
  ['reset-before=1', 'kind', 'reset-before takes no value'],
  ['latency', 'latencyMs', 'is missing; latency needs a whole number from 0 to 2147483647'],
  ['latency=soon', 'latencyMs', 'must be a whole number from 0 to 2147483647, and is a text of 4 characters'],
  ['latency=1; latencyMs=2', 'latencyMs', 'is given twice'],
  ['status=99', 'status', 'must be a whole number from 200 to 599, and is another number'],
  ['html; nth', 'nth', 'has no value; write field=value'],
  ['html; nth=0', 'nth', 'must be a whole number from 1'],
  ['html; every=1.5', 'every', 'must be a whole number from 1'],
  ['html; probability=2', 'probability', 'must be a number from 0 to 1'],
  ['html; when=later', 'when', 'must be `before` or `after`'],
  ['html; nth=1; first=2', 'nth and first', 'exclude each other; use one'],
  ['html; latencyMs=1', 'latencyMs', 'does not belong to html, which has status, when, operation'],
  ['html; password=hunter2', 'one field', 'does not belong to html'],
  ['html; operaton=createCustomer', 'one field', 'probability; did you mean operation?'],
  ['html; frist=1', 'one field', 'probability; did you mean first?'],
  ['duplicate-delivery; operation=any', 'operation', 'does not belong to duplicate-delivery'],
])('refuses "%s" and names %s', (text, field, problem) => {
  const parse = () => parseFault(text);

  expect(parse).toThrow(FaultRuleError);
  expect(parse).toThrow(expect.objectContaining({ field, message: expect.stringContaining(problem) }));
});

test.each([
  [undefined, 'rule', 'must be an object with a kind, and is of type undefined'],
  [[], 'rule', 'and is a list'],
  [{ kind: 'toString' }, 'kind', 'must be one of'],
  [{ kind: 'rate-limit', retryAfter: 'a\r\nb: c' }, 'retryAfter', 'must be a number or the text of a header'],
  [{ kind: 'status', status: '503' }, 'status', 'and is a text of 3 characters'],
  [{ kind: 'html', operation: null }, 'operation', 'and is null'],
])('refuses the rule %j', (rule, field, problem) => {
  const check = () => checkFaultRule(rule);

  expect(check).toThrow(expect.objectContaining({ field, message: expect.stringContaining(problem) }));
});

test('takes a field that is undefined for one that is left out', () => {
  const rule = { kind: 'html', status: undefined } as const;

  expect(checkFaultRule(rule)).toEqual({ kind: 'html' });
});

test('shows no value of a rule in its error', () => {
  expect(() => parseFault('status=sk_sdbx_secret')).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  );
});

test('refuses an operation that is not in the spec and lists those there are', async () => {
  const starting = startMockServer({ listen: false, faults: ['html; operation=createCostumer'] });

  await expect(starting).rejects.toThrow(
    /^Fault rule: operation is not in the spec, which has .*; did you mean createCustomer\?$/,
  );
});

test('refuses an event that is not in the spec and lists those there are', async () => {
  const rule = 'duplicate-delivery; event=customer.endorsment.granted';

  await expect(startMockServer({ listen: false, faults: [rule] })).rejects.toThrow(
    /^Fault rule: event is not in the spec, which has .*; did you mean customer\.endorsement\.granted\?$/,
  );
});

test('refuses duplicate deliveries where nothing is delivered', async () => {
  const starting = startMockServer({ mode: 'mock', listen: false, faults: ['duplicate-delivery'] });

  await expect(starting).rejects.toThrow('needs the mode that delivers webhooks');
});
