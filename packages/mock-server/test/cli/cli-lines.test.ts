import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addOptions, type CommandOptions } from '../../src/cli/command-options.js';
import { filteredOutput, hasColour, humanOutput } from '../../src/cli/output.js';
import type { Violation } from '../../src/violations/violation.js';

const exchange = { method: 'GET', path: '/customers', status: 200 };
const whole = {
  ...{ id: 'req_1', startMs: 0, durationMs: 1 },
  request: { id: 'req_1', method: 'GET', target: '/customers', headers: {}, bytes: new Uint8Array() },
  response: { status: 200, headers: {}, body: '' },
  shownBodies: () => ({ request: { text: '', bytes: 0 }, response: { text: '', bytes: 0 } }),
};
const warning = {
  code: 'request.body.undeclared-property',
  severity: 'warning',
  location: ['body', 'fistName'],
  suggestion: 'firstName',
} as Pick<Violation, 'code' | 'severity' | 'location' | 'suggestion'> as Violation;
const notice = { code: 'response.body.open-enum', severity: 'notice' } as Violation;
const error = { code: 'response.body.type', severity: 'error' } as Violation;

/** The lines for a good exchange, a warning, a failed upstream, an error and a notice. */
function printed(style: { hasColour: boolean; isQuiet: boolean }, log: CommandOptions['log']): string[] {
  const lines: string[] = [];
  const output = filteredOutput(
    humanOutput((line) => lines.push(line), { hasBodies: false, ...style }),
    { log, quiet: style.isQuiet },
  );
  output.exchanged(exchange, [], whole);
  output.exchanged(exchange, [warning], whole);
  output.exchanged({ ...exchange, status: 502, upstreamFailure: 'reset' }, [], whole);
  output.exchanged(exchange, [error], whole);
  output.exchanged(exchange, [notice], whole);
  return lines;
}

const wrong = [
  'GET /customers → 200  ! request.body.undeclared-property at body.fistName (did you mean firstName?)',
  'GET /customers → 502  ! upstream reset',
  'GET /customers → 200  ✗ response.body.type',
  'GET /customers → 200  contract ok (notice: response.body.open-enum)',
];

test('--log violations prints warnings, notices and failed upstreams as well', () => {
  expect(printed({ hasColour: false, isQuiet: false }, 'violations')).toEqual(wrong);
});

test('--quiet prints what --log violations prints', () => {
  expect(printed({ hasColour: false, isQuiet: true }, 'all')).toEqual(wrong);
});

test('the result has a colour of its own', () => {
  const codes = printed({ hasColour: true, isQuiet: false }, 'all').map((line) => line.split('\u001b[')[1]);

  expect(codes.map((code) => code?.slice(0, 2))).toEqual(['32', '33', '33', '31', '32']);
});

test.each([
  [true, undefined, true],
  [true, '', true],
  [true, '1', false],
  [false, undefined, false],
  [undefined, undefined, false],
])('with a terminal %j and NO_COLOR %j there are colours: %j', (isTTY, NO_COLOR, expected) => {
  expect(hasColour({ isTTY }, { NO_COLOR })).toBe(expected);
});

test('--fault can be given several times', () => {
  const command = addOptions(new Command());
  command.parse(['--fault', 'html', '--fault', 'status=503; nth=2'], { from: 'user' });

  expect(command.opts()['fault']).toEqual(['html', 'status=503; nth=2']);
});
