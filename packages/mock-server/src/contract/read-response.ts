import type { ApiResponse } from '../http/message.js';
import { type Content, type Operation, responseFor } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import { contentFor, mediaTypeAdvice, readContent } from './read-content.js';

/** The body of a response as its schema has to describe it; nothing of both when there is nothing to check. */
export interface ReadResponse {
  readonly value: unknown;
  readonly content: Content | undefined;
}

/** Reads the body of a response as the operation declares it for this status. */
export function readResponse(operation: Operation, response: ApiResponse): ReadResponse | Finding {
  const declared = responseFor(operation, response.status);
  if (declared === undefined) {
    const codes = operation.responses.map(({ code }) => code).join(', ');
    return { code: 'response.status.undeclared', location: ['status'], message: `Declared are ${codes}.` };
  }
  if (declared.contents.length > 0) return readDeclared(declared.contents, response);
  return response.body.length > 0
    ? finding('unexpected', 'No body is declared.')
    : { value: undefined, content: undefined };
}

function readDeclared(
  contents: readonly Content[],
  { body: sent, headers, relayed }: ApiResponse,
): ReadResponse | Finding {
  if (sent.length === 0) return finding('missing', 'A body is declared.');
  const content = contentFor(contents, headers['content-type']);
  if (content === undefined) {
    const location = ['header', 'content-type'];
    return { code: 'response.media-type', location, message: mediaTypeAdvice(contents) };
  }
  const body = relayed?.plainBody ?? sent;
  if (body === 'too-large') return finding('unchecked', 'Has more than 4 MB.');
  if (body === 'undecodable') {
    const location = ['header', 'content-encoding'];
    return { code: 'response.content-encoding', location, message: 'The body cannot be decompressed.' };
  }
  const reading = readContent(content, body);
  return 'value' in reading
    ? { ...reading, content }
    : finding(reading.reason, reading.message, reading.location);
}

type Reason = 'missing' | 'unexpected' | 'unchecked' | 'malformed' | 'duplicate-key' | 'too-deep';

function finding(reason: Reason, message: string, location: readonly string[] = []): Finding {
  return { code: `response.body.${reason}`, location: ['body', ...location], message };
}
