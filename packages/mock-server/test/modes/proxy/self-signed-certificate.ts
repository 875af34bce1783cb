import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate of its own for 127.0.0.1, both as PEM. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

/** One element of DER. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const hex = (text: string) => Buffer.from(text, 'hex');
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const ecdsaWithSha256 = sequence(der(0x06, hex('2a8648ce3d040302')));
const name = sequence(der(0x31, sequence(der(0x06, hex('550403')), der(0x0c, Buffer.from('localhost')))));
const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')));
const address = sequence(der(0x06, hex('551d11')), der(0x04, sequence(der(0x87, hex('7f000001')))));

/** Makes both anew, so that the repository holds no key. */
export function selfSigned(): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('01')),
    ecdsaWithSha256,
    ...[name, validity, name],
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(address)),
  );
  const signature = der(0x03, hex('00'), sign('sha256', content, privateKey));
  const text = sequence(content, ecdsaWithSha256, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`,
  };
}
