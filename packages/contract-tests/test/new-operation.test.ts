import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const touched = [
  'openapi',
  'packages/client/src/models.ts',
  'packages/client/src/index.ts',
  'packages/client/src/resources',
  'packages/mock-server/src/sandbox/rules/operations.ts',
  'packages/contract-tests/src/calls.ts',
];
const note = [
  'createWalletNote',
  'POST /wallets/{id}/notes',
  '--schema',
  'WalletNote',
  '--resource',
  'wallets',
];

function repositoryCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'oms-operation-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  for (const path of touched)
    cpSync(join(root, path), join(copy, path), {
      recursive: true,
      filter: (from) => !from.endsWith('node_modules'),
    });
  return copy;
}

function begin(copy: string, ...args: string[]) {
  const command = [join(root, 'scripts/new-operation.mjs'), ...args, '--root', copy];
  return spawnSync(process.execPath, command, { encoding: 'utf8' });
}

test('a new operation is begun in every folder', () => {
  const copy = repositoryCopy();
  const { status, stderr } = begin(copy, ...note, '--summary', 'Write a note');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const read = (path: string) => readFileSync(join(copy, path), 'utf8');

  expect(read('openapi/openapi.yaml')).toContain(
    '  /wallets/{id}/notes:\n    $ref: paths/wallets-notes.yaml\nwebhooks:',
  );
  expect(read('openapi/paths/wallets-notes.yaml')).toContain('operationId: createWalletNote');
  expect(read('openapi/paths/wallets-notes.yaml')).toContain('- $ref: ../parameters/WalletPathId.yaml');
  expect(read('openapi/examples/wallet-note-create-request-first.json')).toContain('"value": {}');
  expect(read('packages/client/src/models.ts')).toContain(
    "/** What creates a wallet note. */\nexport interface WalletNoteCreateParams extends Schema<'WalletNoteCreateRequest'>, Named {}",
  );
  expect(read('packages/client/src/index.ts')).toMatch(
    /export type \{[^}]*WalletNoteCreateParams[^}]*\} from '.\/models.js'/,
  );
  expect(read('packages/client/src/resources/wallets.ts')).toContain(
    '/** `POST /wallets/{id}/notes` — write a note. */',
  );
  expect(read('packages/mock-server/src/sandbox/rules/operations.ts')).toContain(
    'createWalletNote: () => jsonResponse(501',
  );
  expect(read('packages/contract-tests/src/calls.ts')).toContain('createWalletNote: {');
});

test('a list is begun as pages of what its schema names', () => {
  const copy = repositoryCopy();
  const list = ['listCustomerNotes', 'GET /customers/{id}/notes', '--schema', 'CustomerNote'];
  const { status } = begin(copy, ...list, '--resource', 'customers', '--summary', 'List the notes');
  expect(status).toBe(0);
  const read = (path: string) => readFileSync(join(copy, path), 'utf8');

  expect(read('openapi/paths/customers-notes.yaml')).toContain('- $ref: ../parameters/Cursor.yaml');
  expect(read('openapi/schemas/CustomerNoteList.yaml')).toContain('$ref: ./CustomerNote.yaml');
  expect(read('packages/client/src/models.ts')).toContain(
    "interface CustomerNoteListParams extends PageQuery<QueryOf<'listCustomerNotes'>>, Named {}",
  );
  expect(read('packages/client/src/resources/customers.ts')).toContain(
    'options?: RequestOptions): PagePromise<CustomerNoteList, CustomerNote> {',
  );
});

test.each([
  [
    'an operation that is there',
    ['getWallet', 'GET /wallets/{id}', ...note.slice(2)],
    'is already in openapi/paths/wallet.yaml',
  ],
  ['a resource that is not there', [...note.slice(0, 5), 'purses'], '--resource purses does not exist'],
  [
    'a path that is no template',
    [note[0] ?? '', 'POST /wallets/{{id}}', ...note.slice(2)],
    'Give an operationId',
  ],
  [
    'a schema of a page',
    ['listNotes', 'GET /notes', '--schema', 'NoteList', '--resource', 'wallets'],
    '--schema names what a list contains',
  ],
  ['a name without a verb', ['walletNote', ...note.slice(1)], 'is not a verb'],
])('%s is refused, and nothing is written', (_case, args, message) => {
  const copy = repositoryCopy();
  const { status, stderr } = begin(copy, ...args, '--summary', 'Write a note');
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  for (const path of ['openapi/openapi.yaml', 'packages/client/src/models.ts'])
    expect(readFileSync(join(copy, path), 'utf8')).toBe(readFileSync(join(root, path), 'utf8'));
});
