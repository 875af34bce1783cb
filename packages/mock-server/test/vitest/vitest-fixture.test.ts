import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

interface Verdict {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

const root = fileURLToPath(new URL('../fixtures/vitest-project', import.meta.url));
const vitest = fileURLToPath(new URL('../../../../node_modules/vitest/vitest.mjs', import.meta.url));

/** What vitest says of the tests of the fixture project, by their names. */
const verdicts = new Map(runProject().map((verdict) => [verdict.fullName, verdict]));

function runProject(): Verdict[] {
  const args = [vitest, 'run', '--root', root, '--reporter=json', '--no-isolate', '--maxWorkers=1'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const { testResults } = JSON.parse(stdout) as { testResults: { assertionResults: Verdict[] }[] };
  return testResults.flatMap(({ assertionResults }) => assertionResults);
}

test.each([
  ['sound'],
  ['expected'],
  ['expected at its place'],
  ['expected warning'],
  ['allowed warning'],
  ['lenient warning'],
  ['notice'],
  ['fault that hits'],
  ['fault that may miss'],
  ['without a server'],
  ['extended'],
  ['fresh'],
  ['options of the config'],
  ['closed by the test'],
  ['after a closed one'],
  ['overridden options of a block'],
  ['options of an extension'],
  ['concurrent one'],
  ['concurrent other'],
])('the test "%s" passes', (name) => {
  expect(verdicts.get(name)).toMatchObject({ status: 'passed', failureMessages: [] });
});

test.each([
  [
    'unexpected',
    'ContractViolationError: 1 violation of the contract:\n  GET /customers: request.query.unknown',
  ],
  ['expected in vain', 'Expected violations that did not come: request.security. Found: none.'],
  [
    'expected another',
    'ContractViolationError: 1 violation of the contract:\n  GET /customers: request.query.unknown',
  ],
  [
    'expected elsewhere',
    'ContractViolationError: 1 violation of the contract:\n  GET /customers: request.query.unknown',
  ],
  [
    'warning',
    'ContractViolationError: 1 warning:\n' +
      '  warning: POST /customers: request.body.undeclared-property at body.fistName:',
  ],
  [
    'expected a code there is not',
    'request.query.unknwon is not a violation code; did you mean request.query.unknown?',
  ],
  [
    'fault that hits nothing',
    'UnhitFaultError: Fault rules that hit nothing:\n' +
      '  status; status=503; operation=listCustomers; nth=2: it was about 1 of the calls, and none fitted\n' +
      '  reset-after; operation=createCustomer: no call was one it is about',
  ],
])('the test "%s" fails', (name, message) => {
  const { status, failureMessages = [] } = verdicts.get(name) ?? {};

  expect(status).toBe('failed');
  expect(failureMessages.join()).toContain(message);
});
