import { join } from 'node:path';
import ts from 'typescript';
import { code, page, prose, table } from './markdown.js';
import { docOf, oneLine, statementsWith, tagOf } from './sources.js';

const client = 'packages/client/src';
const mockServer = 'packages/mock-server/src';
const tables = [
  { title: 'new OmsClient(options)', folder: client, name: 'ClientOptions' },
  { title: 'Options of one call', folder: client, name: 'RequestOptions' },
  { title: 'Options of waitForEndorsement', folder: client, name: 'WaitOptions' },
  { title: 'nodeFetch(options)', folder: client, name: 'NodeFetchOptions' },
  { title: 'Options of verifyWebhook', folder: client, name: 'VerifyWebhookOptions' },
  { title: 'Options of signWebhook', folder: client, name: 'SignWebhookOptions' },
  { title: 'createWebhookHandler(options)', folder: client, name: 'WebhookHandlerOptions' },
  { title: 'memoryDeliveryLog(options)', folder: client, name: 'MemoryDeliveryLogOptions' },
  { title: 'startMockServer(options)', folder: mockServer, name: 'MockServerOptions' },
  { title: 'createSandbox(options)', folder: mockServer, name: 'CreateSandboxOptions' },
];

/** One page for everything that can be set, read from the doc comments of the options. */
export function optionsPage(root: string): string {
  const sections = tables.flatMap(({ title, folder, name }) => {
    const options = interfaceIn(join(root, folder), name);
    return [
      `## ${title}`,
      prose(docOf(options)),
      table(['option', 'type', 'default', 'meaning'], rows(options)),
    ];
  });
  return page('# Options', 'Everything that can be set, with its unit and its default.', ...sections);
}

function interfaceIn(folder: string, name: string): ts.InterfaceDeclaration {
  const interfaces = statementsWith(`interface ${name}`, folder).filter(ts.isInterfaceDeclaration);
  const found = interfaces.find((node) => node.name.text === name);
  if (found === undefined) throw new Error(`${folder} has no interface ${name}; options-page.ts lists it.`);
  return found;
}

function rows(options: ts.InterfaceDeclaration): string[][] {
  return options.members.filter(ts.isPropertySignature).map((member) => {
    const name = code(member.name.getText());
    const isRequired = member.questionToken === undefined;
    return [
      isRequired ? `${name} **required**` : name,
      code(typeOf(member)),
      defaultOf(member),
      prose(docOf(member)),
    ];
  });
}

/** That an option may be left out is said by its default, so `undefined` is not part of the type shown. */
function typeOf({ type }: ts.PropertySignature): string {
  return oneLine(type)
    .replace(/^(.*) \| undefined$/, '$1')
    .replace(/^\((\(.*\) => \w+(?:<\w+>)?)\)$/, '$1');
}

/** A default is a value or a sentence; values are shown as code. */
function defaultOf(member: ts.PropertySignature): string {
  const text = tagOf(member, 'default') ?? '';
  return /^(?:\d+|true|false|'[^']*'|[\w]+\.[\w]+)$/.test(text) ? code(text) : prose(text);
}
