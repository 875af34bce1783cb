import type { WebhookErrorReason } from '@oms-sdk/client/webhooks';
import { granted, headerOf, signatureOf } from './delivery.js';

/** A delivery that must not be accepted, as it could come over HTTP. */
export interface ForgedDelivery {
  readonly what: string;
  readonly reason: WebhookErrorReason;
  readonly body: string | Uint8Array;
  /** Value of the signature header; none when it is missing. */
  readonly header: string | undefined;
}

type Case = readonly [what: string, header: string | undefined, body?: string | Uint8Array];

/** Forged and damaged deliveries for an endpoint with this secret, in this second. */
export function forgedDeliveries(secret: string, nowSeconds: number): ForgedDelivery[] {
  const header = headerOf(granted, nowSeconds, secret);
  const right = signatureOf(granted, nowSeconds, secret);
  const cases: Partial<Record<WebhookErrorReason, readonly Case[]>> = {
    'signature-mismatch': [
      ...damagedBodies(header),
      ...wrongSignatures(secret, nowSeconds, right),
      ...wrongMoments(nowSeconds, right),
    ],
    'header-malformed': [
      ...damagedMoments(nowSeconds, right),
      ...damagedSignatures(nowSeconds, right),
      ...damagedHeaders(header),
    ],
    'header-missing': [
      ['no header', undefined],
      ['an empty header', ''],
    ],
    'too-old': [-301, -3600, -nowSeconds].map((ahead) => at(ahead, secret, nowSeconds)),
    'too-new': [301, 3600, 999_999_999_999 - nowSeconds].map((ahead) => at(ahead, secret, nowSeconds)),
    'not-an-event': noEvents.map(([what, body]) => [what, headerOf(body, nowSeconds, secret), body]),
  };
  return Object.entries(cases).flatMap(([reason, list]) =>
    list.map(([what, value, body = granted]) => ({
      what,
      reason: reason as WebhookErrorReason,
      body,
      header: value,
    })),
  );
}

const encoder = new TextEncoder();
const withByte = (index: number, byte: number) => encoder.encode(granted).with(index, byte);
const digitFlipped = (hex: string, index: number) =>
  `${hex.slice(0, index)}${hex[index] === '0' ? '1' : '0'}${hex.slice(index + 1)}`;
const signed = (moment: string | number, ...hex: string[]) =>
  [`t=${moment}`, ...hex.map((one) => `v1=${one}`)].join(',');

function at(ahead: number, secret: string, nowSeconds: number): Case {
  return [`a signature ${ahead} seconds from now`, headerOf(granted, nowSeconds + ahead, secret)];
}

/** Below a header that is genuine for the body of the guide. */
function damagedBodies(header: string): Case[] {
  const parsed = JSON.parse(granted);
  const bodies: [string, string | Uint8Array][] = [
    ['one letter changed', granted.replace('basic', 'basiC')],
    ['another customer', granted.replace('cst_01H9XaA1iceM4rTn', 'cst_01H9XaB0bM4rTnxxxx')],
    ['another event', granted.replace('granted', 'revoked')],
    ['a space at the end', `${granted} `],
    ['a space at the start', ` ${granted}`],
    ['a line feed at the end', `${granted}\n`],
    ['CR LF at the end', `${granted}\r\n`],
    ['CR LF within', granted.replace(',', ',\r\n')],
    ['a null byte at the end', `${granted}\0`],
    ['a byte order mark', `\uFEFF${granted}`],
    ['been parsed and indented', JSON.stringify(parsed, null, 2)],
    ['its keys in another order', JSON.stringify({ data: parsed.data, event: parsed.event })],
    ['a letter written as an escape', granted.replace('basic', '\\u0062asic')],
    ['a key doubled', granted.replace('{', '{"event":"wallet.provisioned",')],
    ['a key more', granted.replace('{', '{"id":"whd_1",')],
    ['__proto__ for a key', granted.replace('"data"', '"__proto__"')],
    ['its last byte cut off', granted.slice(0, -1)],
    ['its first byte cut off', granted.slice(1)],
    ['nothing in it', ''],
    ['itself twice', granted + granted],
    ['zero bytes alone', new Uint8Array(40)],
    ['its first bit flipped', withByte(0, 0x7b ^ 0x80)],
    ['its last bit flipped', withByte(granted.length - 1, 0x7d ^ 1)],
    ['a byte that is no UTF-8', withByte(20, 0xff)],
    ['half of a surrogate pair in UTF-8', Uint8Array.of(...encoder.encode(granted), 0xed, 0xa0, 0x80)],
    ['UTF-16 for UTF-8', new Uint8Array(Buffer.from(granted, 'utf16le'))],
    ['been encoded as Base64', btoa(granted)],
    ['form fields instead', `payload=${encodeURIComponent(granted)}`],
    ['the moment within', `${header.slice(2, 12)}.${granted}`],
  ];
  return bodies.map(([what, body]) => [`a body with ${what}`, header, body]);
}

function wrongSignatures(secret: string, moment: number, right: string): Case[] {
  const raw = Buffer.from(right, 'hex');
  const wrong: [string, string][] = [
    ...[0, 1, 31, 32, 62, 63].map((index): [string, string] => [
      `digit ${index} changed`,
      digitFlipped(right, index),
    ]),
    ['zeros for digits', '0'.repeat(64)],
    ['fs for digits', 'f'.repeat(64)],
    ['its bytes reversed', Buffer.from(raw).reverse().toString('hex')],
    ['its digits rotated', right.slice(1) + right[0]],
    ['the key of another endpoint', signatureOf(granted, moment, `whsec_${'f'.repeat(64)}`)],
    ['the secret without its prefix', signatureOf(granted, moment, secret.slice(6))],
    ['the bytes behind the secret', signatureOf(granted, moment, Buffer.from(secret.slice(6), 'hex'))],
    ['the secret in upper case', signatureOf(granted, moment, secret.toUpperCase())],
    ['the secret and a line feed', signatureOf(granted, moment, `${secret}\n`)],
    ['the prefix alone for a key', signatureOf(granted, moment, 'whsec_')],
    ['an empty key', signatureOf(granted, moment, '')],
    ['the moment for a key', signatureOf(granted, moment, String(moment))],
    ['no body below', signatureOf('', moment, secret)],
    ['the moment and the body without a dot below', signatureOf(granted, moment, secret, '')],
    ['no moment below', signatureOf(granted, '', secret)],
    ['the body alone below', signatureOf(granted, '', secret, '')],
    ['a comma for the dot', signatureOf(granted, moment, secret, ',')],
    ['milliseconds below', signatureOf(granted, moment * 1000, secret)],
    ['another moment below', signatureOf(granted, moment - 1, secret)],
    ['itself below', signatureOf(right, moment, secret)],
  ];
  const mixed = digitFlipped(right, 0);
  return [
    ...wrong.map(([what, hex]): Case => [`a signature with ${what}`, signed(moment, hex)]),
    ['the signature in scheme v0 alone', `t=${moment},v0=${right}`],
    ['V1 for v1', `t=${moment},V1=${right}`],
    ['ten wrong signatures', signed(moment, ...Array.from({ length: 10 }, () => mixed))],
    ['the right signature in scheme v0', `${signed(moment, mixed)},v0=${right}`],
    ['the right signature in scheme v2', `${signed(moment, mixed)},v2=${right}`],
    ['the right signature in scheme v11', `${signed(moment, mixed)},v11=${right}`],
    ['the right signature in scheme V1', `${signed(moment, mixed)},V1=${right}`],
  ];
}

/** Another moment over a signature that is right for now. */
function wrongMoments(now: number, right: string): Case[] {
  return [
    ['a moment of one second ago', signed(now - 1, right)],
    ['a moment in a second', signed(now + 1, right)],
    ['a moment of five minutes ago', signed(now - 300, right)],
    ['a moment with a zero before it', signed(`0${now}`, right)],
    ['a moment with two zeros before it', signed(`00${now}`, right)],
  ];
}

function damagedMoments(now: number, right: string): Case[] {
  const moments: [string, string][] = [
    ['nothing in it', ''],
    ['a minus', `-${now}`],
    ['a plus', `+${now}`],
    ['an exponent', '17e8'],
    ['hexadecimal digits', `0x${now.toString(16)}`],
    ['octal digits', `0o${now.toString(8)}`],
    ['a fraction', `${now}.5`],
    ['a fraction of zero', `${now}.0`],
    ['underscores', `${now}`.replace(/(\d{3})$/, '_$1')],
    ['an n', `${now}n`],
    ['a letter after it', `${now}a`],
    ['a space after the equals sign', ` ${now}`],
    ['a space within', `${String(now).slice(0, 5)} ${String(now).slice(5)}`],
    ['quotes', `"${now}"`],
    ['words', 'now'],
    ['infinity', 'Infinity'],
    ['no number', 'NaN'],
    ['a date', new Date(now * 1000).toISOString()],
    ['milliseconds', String(now * 1000)],
    ['too many digits', '1'.repeat(13)],
    ['three hundred digits', '1'.repeat(300)],
    ['Arabic digits', String(now).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))],
    ['full-width digits', String(now).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
    ['a null byte', `${now}\0`],
    ['a line feed', `${now}\n`],
  ];
  return [
    ...moments.map(([what, moment]): Case => [`a moment with ${what}`, signed(moment, right)]),
    ['no moment', `v1=${right}`],
    ['the same moment twice', `t=${now},t=${now},v1=${right}`],
    ['two moments', `t=${now},t=${now - 1},v1=${right}`],
    ['an old moment after the signature', `t=${now},v1=${right},t=1`],
    ['an empty moment beside the right one', `t=,t=${now},v1=${right}`],
    ['T for t', `T=${now},v1=${right}`],
    ['a colon in the moment', `t:${now},v1=${right}`],
  ];
}

function damagedSignatures(now: number, right: string): Case[] {
  const signatures: [string, string][] = [
    ['nothing in it', ''],
    ['upper case', right.toUpperCase()],
    ['mixed case', right.replace(/[a-f]/, (digit) => digit.toUpperCase())],
    ['a digit too few', right.slice(1)],
    ['a digit too many', `${right}0`],
    ['half its digits', right.slice(32)],
    ['itself twice', right + right],
    ['letters that are no hex', 'g'.repeat(64)],
    ['0x before it', `0x${right}`],
    ['a space before it', ` ${right}`],
    ['a space within', `${right.slice(0, 32)} ${right.slice(32)}`],
    ['quotes', `"${right}"`],
    ['colons', right.replace(/..(?=.)/g, '$&:')],
    ['Base64', Buffer.from(right, 'hex').toString('base64')],
    ['a null byte', `${right}\0`],
    ['full-width digits', right.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
    ['a Cyrillic a', 'а'.repeat(64)],
  ];
  return [
    ...signatures.map(([what, hex]): Case => [`a signature with ${what}`, signed(now, hex)]),
    ['no signature', `t=${now}`],
    ['a damaged signature beside the right one', signed(now, right, 'zz')],
    ['an empty signature beside the right one', signed(now, right, '')],
    ['eleven signatures', signed(now, ...Array.from({ length: 11 }, () => right))],
  ];
}

/** A whole header that is genuine but for one thing. */
function damagedHeaders(header: string): Case[] {
  return [
    ['two headers joined into one', `${header}, ${header}`],
    ['a semicolon for the comma', header.replace(',', ';')],
    ['a space for the comma', header.replace(',', ' ')],
    ['an ampersand for the comma', header.replace(',', '&')],
    ['no comma', header.replace(',', '')],
    ['a comma before it', `,${header}`],
    ['a comma after it', `${header},`],
    ['two commas', header.replace(',', ',,')],
    ['a part without a value', `${header},k`],
    ['a part with an empty value', `${header},k=`],
    ['a part without a name', `${header},=1`],
    ['a space before an equals sign', header.replace('=', ' =')],
    ['a tab after the comma', header.replace(',', ',\t')],
    ['a no-break space after the comma', header.replace(',', ',\u00a0')],
    ['quotes around it', `"${header}"`],
    ['braces around it', `{${header}}`],
    ['its name within', `Webhook-Signature: ${header}`],
    ['percent escapes', encodeURIComponent(header)],
    ['more than 1024 characters', `${header},k=${'y'.repeat(1024)}`],
    ['a thousand commas', ','.repeat(1000)],
    ['text', 'signed'],
    ['JSON', JSON.stringify({ t: 1, v1: 'ab' })],
    ['null in letters', 'null'],
  ];
}

/** Signed as they should be, and yet no event. */
const noEvents: [string, string | Uint8Array][] = [
  ['null', 'null'],
  ['a list', '[]'],
  ['a list with an event in it', `[${granted}]`],
  ['text', '"event"'],
  ['a number', '7'],
  ['an object without a name', '{"data":{}}'],
  ['an empty name', '{"event":""}'],
  ['a name that is a number', '{"event":7}'],
  ['a name that is an object', '{"event":{"toString":"x"}}'],
  ['a name that is null', '{"event":null}'],
  ['a name in the prototype', '{"__proto__":{"event":"wallet.provisioned"}}'],
  ['JSON that is cut', granted.slice(0, -1)],
  ['two JSON texts', granted + granted],
  ['no JSON', 'event=granted'],
  ['nothing', ''],
  ['bytes that are no UTF-8', Uint8Array.of(...encoder.encode('{"event":"'), 0xff, ...encoder.encode('"}'))],
];
