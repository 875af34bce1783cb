import type { RawRequest } from '../http/raw-request.js';
import type { Content, Operation } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import { contentFor, mediaTypeAdvice, readContent } from './read-content.js';

/** More bytes than this are refused. */
export const maxBodyBytes = 1_048_576;

/** A body that was read, and the declaration it falls under; nothing of both for no body. */
export interface ReadBody {
  readonly value: unknown;
  readonly content: Content | undefined;
}

const noBody: ReadBody = { value: undefined, content: undefined };

/** Reads the body of a request as the operation declares it. */
export function readBody({ requestBody }: Operation, { headers, body }: RawRequest): ReadBody | Finding {
  if (body.byteLength > maxBodyBytes) return flaw('too-large', `Has more than ${maxBodyBytes} bytes.`);
  if (body.byteLength === 0) {
    return requestBody?.isRequired === true ? flaw('missing', 'A body is required.') : noBody;
  }
  if (requestBody === undefined) return flaw('unexpected', 'This operation takes no body.');
  if (!/^(?:identity)?$/i.test(headers['content-encoding'] ?? '')) {
    return inHeader('request.content-encoding', 'Compressed bodies are not accepted.');
  }
  const content = contentFor(requestBody.contents, headers['content-type']);
  return content === undefined
    ? inHeader('request.media-type', mediaTypeAdvice(requestBody.contents))
    : readAs(content, body);
}

function readAs(content: Content, body: Uint8Array): ReadBody | Finding {
  const reading = readContent(content, body);
  return 'value' in reading
    ? { ...reading, content }
    : flaw(reading.reason, reading.message, reading.location);
}

type Flaw = 'too-large' | 'missing' | 'unexpected' | 'malformed' | 'duplicate-key' | 'too-deep';

function flaw(problem: Flaw, message: string, location: readonly string[] = []): Finding {
  return { code: `request.body.${problem}`, location: ['body', ...location], message };
}

function inHeader(code: 'request.media-type' | 'request.content-encoding', message: string): Finding {
  const name = code === 'request.media-type' ? 'content-type' : 'content-encoding';
  return { code, location: ['header', name], message };
}
