import type { Answer } from '../message/answer.js';
import { isInRange, isJson, isUtf8, type MediaType, parseMediaType } from '../message/media-type.js';
import { type Content, type Operation, responseFor } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import { readJson } from './strict-json.js';

/** The body of an answer as its schema has to judge it; nothing of both when there is nothing to judge. */
export interface ReadAnswer {
  readonly value: unknown;
  readonly content: Content | undefined;
}

const decoder = new TextDecoder();

/** Reads the body of an answer as the operation declares it for this status. */
export function readAnswer(operation: Operation, answer: Answer): ReadAnswer | Finding {
  const declared = responseFor(operation, answer.status);
  if (declared === undefined) {
    const codes = operation.responses.map(({ code }) => code).join(', ');
    return { code: 'response.status.undeclared', location: ['status'], message: `Declared are ${codes}.` };
  }
  if (declared.contents.length === 0) {
    return answer.body.length === 0
      ? { value: undefined, content: undefined }
      : flaw('unexpected', 'No body is declared.');
  }
  return readDeclared(declared.contents, answer);
}

function readDeclared(contents: readonly Content[], { body, headers }: Answer): ReadAnswer | Finding {
  if (body.length === 0) return flaw('missing', 'A body is declared.');
  const content = contentFor(contents, parseMediaType(headers['content-type'] ?? ''));
  return content === undefined ? wrongMediaType(contents) : readAs(content, body);
}

function contentFor(contents: readonly Content[], sent: MediaType | undefined): Content | undefined {
  if (sent === undefined || (isJson(sent.essence) && !isUtf8(sent))) return undefined;
  return contents.find(({ mediaType }) => isInRange(sent.essence, mediaType));
}

function wrongMediaType(contents: readonly Content[]): Finding {
  const declared = contents.map(({ mediaType }) => mediaType).join(', ');
  const location = ['header', 'content-type'];
  return { code: 'response.media-type', location, message: `Must be ${declared} in UTF-8.` };
}

function readAs(content: Content, body: Answer['body']): ReadAnswer | Finding {
  if (!isJson(content.mediaType))
    return { value: typeof body === 'string' ? body : decoder.decode(body), content };
  const reading = readJson(body);
  if ('value' in reading) return { value: reading.value, content };
  return flaw(reading.problem, reading.message, reading.location);
}

type Flaw = 'missing' | 'unexpected' | 'malformed' | 'duplicate-key' | 'too-deep';

function flaw(problem: Flaw, message: string, location: readonly string[] = []): Finding {
  return { code: `response.body.${problem}`, location: ['body', ...location], message };
}
