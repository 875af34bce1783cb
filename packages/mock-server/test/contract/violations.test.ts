import { ContractViolationError, type MockServerOptions, type Violation } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test, vi } from 'vitest';
import { RequestLog } from '../../src/observers/observer.js';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';

test('a violation tells who, where and what, without a value', async () => {
  const library = await libraryServer();
  await ask(library, 'POST /books', { body: { kind: 'paper', author: { name: 7 } } });

  expect(library.violations[0]).toEqual({
    direction: 'request',
    severity: 'error',
    code: 'request.body.type',
    location: ['body', 'author', 'name'],
    message: 'Must be string.',
    operationId: 'createBook',
    method: 'POST',
    path: '/books',
    blame: 'client',
  });
});

test('onViolation hears of each violation before the answer', async () => {
  const heard: Violation[] = [];
  const library = await libraryServer({ onViolation: (violation) => heard.push(violation) });
  await ask(library, 'GET /books?shelf=z&x=1');

  expect(heard.map(({ code }) => code)).toEqual(['request.query.unknown', 'request.query.enum']);
  expect(heard).toEqual(library.violations);
});

test.each([
  [
    'throws',
    () => {
      throw new Error('canary');
    },
  ],
  ['rejects', () => Promise.reject(new Error('canary'))],
])('an onViolation that %s is reported, and changes nothing else', async (_, onViolation: () => unknown) => {
  const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
  onTestFinished(() => warn.mockRestore());
  const library = await libraryServer({ onViolation });
  const { status } = await ask(library, 'GET /books?shelf=z');
  await new Promise((resolve) => setImmediate(resolve));

  expect(status).toBe(400);
  expect(library.violations).toHaveLength(1);
  expect(warn.mock.calls.join()).toMatch(/^The mock server failed: Error\n/);
  expect(warn.mock.calls.join()).not.toContain('canary');
});

test('assertNoViolations lists what was found, one violation a line', async () => {
  const library = await libraryServer();
  await ask(library, 'POST /books', { body: { kind: 'paper', author: { name: 7 } } });

  expect(() => library.assertNoViolations()).toThrow(ContractViolationError);
  expect(() => library.assertNoViolations()).toThrow(
    '3 violations of the contract:\n  POST /books: request.body.type at body.author.name: Must be string. (blame: client)\n',
  );
});

test('assertNoViolations lists notices apart from what broke the contract', async () => {
  const library = await libraryServer();
  const headers = { prefer: 'example=drifted' };
  await ask(library, 'POST /loans', { body: { kind: 'short', days: 1 }, headers });
  await ask(library, 'GET /books?colour=blue&shelf=a');

  expect(() => library.assertNoViolations()).toThrow(
    /^1 violation of the contract, and 1 notice:\n {2}GET \/books: .+\n {2}notice: POST \/loans: .+$/,
  );
});

test('assertNoViolations does not mind notices', async () => {
  const library = await libraryServer();
  await ask(library, 'POST /loans', {
    body: { kind: 'short', days: 1 },
    headers: { prefer: 'example=drifted' },
  });

  expect(library.violations).toMatchObject([{ severity: 'notice' }]);
  expect(() => library.assertNoViolations()).not.toThrow();
});

const undeclared = 'request.body.undeclared-property';

test.each<[string, MockServerOptions, string | undefined]>([
  ['passes by default', {}, undefined],
  ['fails with failOn: warning', { failOn: 'warning' }, '1 warning, and 1 notice:'],
  ['passes where its code is allowed', { failOn: 'warning', allow: [undeclared] }, undefined],
])('a test with a warning %s', async (_, options, message) => {
  const library = await libraryServer(options);
  const headers = { prefer: 'example=drifted' };
  await ask(library, 'POST /loans', { body: { kind: 'short', days: 1, colour: 'red' }, headers });
  const found = library.violations.map(({ severity }) => severity);

  expect(found).toEqual(['warning', 'notice']);
  if (message === undefined) expect(() => library.assertNoViolations()).not.toThrow();
  else expect(() => library.assertNoViolations()).toThrow(message);
});

test('an allowed code is not listed beside what fails', async () => {
  const library = await libraryServer({ failOn: 'warning', allow: [undeclared, 'request.body.type'] });
  await ask(library, 'GET /books?shelf=z');
  await ask(library, 'POST /books', { body: { kind: 'paper', author: { name: 7 }, colour: 'red' } });
  let message = '';
  try {
    library.assertNoViolations();
  } catch (error) {
    message = String(error);
  }

  expect(message).toContain('request.query.enum');
  expect(message).not.toMatch(/undeclared-property|body\.type/);
});

test('reset forgets violations and requests', async () => {
  const library = await libraryServer();
  const { violations, requests } = library;
  await ask(library, 'GET /books');
  library.reset();

  expect([violations, requests, library.violations, library.requests]).toEqual([[], [], [], []]);
});

test('requests are remembered without what was in them', async () => {
  const library = await libraryServer();
  await ask(library, 'GET /books/b77');

  expect(library.requests).toEqual([
    { operationId: 'getBook', method: 'GET', path: '/books/{bookId}', status: 200 },
  ]);
});

test('remembers the latest ten thousand', () => {
  const log = new RequestLog();
  for (let status = 0; status < 10_002; status += 1) {
    log.exchanged({ method: 'GET', path: '/books', status }, []);
  }

  expect([log.requests.length, log.requests[0]?.status]).toEqual([10_000, 2]);
});

test('forgets notices before warnings, and warnings before errors', () => {
  const log = new RequestLog();
  const about = { direction: 'response', location: [], message: '', method: 'GET', path: '/books' } as const;
  const error = { ...about, severity: 'error', code: 'response.body.missing', blame: 'server' } as const;
  const warning = { ...error, severity: 'warning', code: 'request.body.undeclared-property' } as const;
  const notice = { ...error, severity: 'notice', code: 'response.body.open-enum' } as const;
  log.delivered([notice, warning, error, ...Array.from({ length: 9_999 }, () => notice)]);
  const whenNoticesGo = [...log.violations.slice(0, 2)];
  log.delivered(Array.from({ length: 9_999 }, () => error));

  expect(whenNoticesGo).toEqual([warning, error]);
  expect([log.violations.length, new Set(log.violations)]).toEqual([10_000, new Set([error])]);
});

test('an error names twenty violations and counts the others', () => {
  const about = {
    direction: 'request',
    severity: 'error',
    blame: 'client',
    method: 'GET',
    path: '/books',
  } as const;
  const code = 'request.query.unknown';
  const all = Array.from(
    { length: 25 },
    (_, index) => ({ ...about, code, location: [`${index}`], message: 'No.' }) as const,
  );
  const { message, violations } = new ContractViolationError(all);

  expect(message.split('\n').slice(20)).toEqual([expect.stringContaining(' at 19: '), '  and 5 more']);
  expect(violations).toEqual(all);
});
