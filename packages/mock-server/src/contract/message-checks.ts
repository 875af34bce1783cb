import { isJson } from '../http/media-type.js';
import type { ApiResponse } from '../http/message.js';
import { withoutBearer } from '../http/refusal.js';
import { safeName } from '../json/json-object.js';
import { type DeclaredHeader, isComposite, type Operation, responseFor } from '../spec/operation.js';
import type { Spec } from '../spec/spec.js';
import { SpecNode } from '../spec/spec-node.js';
import { type Finding, isError } from '../violations/violation.js';
import { checkBody, schemaFinding } from './check-body.js';
import { apiKeyQueryNames, checkParameters, checkQueryNames, isMisreadByPrism } from './check-parameters.js';
import type { BodyInspector } from './inspect-body.js';
import type { PrismEngine } from './prism/prism-engine.js';
import { toPrismRequest, toPrismResponse } from './prism/prism-messages.js';
import { type ReadBody, type ReadRequest, readResponse } from './read-message.js';

/**
 * Everything that is wrong with a message, and who says so:
 *
 * | Question | Decided by |
 * |---|---|
 * | Is the message in order? | Our compiled schemas, for JSON bodies, scalar parameters and bearer tokens: nearly every message ends here. |
 * | What is wrong with one that is not? | Prism, which finds every fault. It also decides alone on lists, objects, other content and other credentials. |
 * | What is wrong where Prism is blind? | Our schemas: cookies, empty values, bodies that are `null`, `false`, `0` or `""`, the first fault of a body above 64 kB, webhook events. |
 * | Can it be read without doubt? | Our own reading: URL, route, method, media types, size, JSON syntax, repeated keys. |
 * | Is it spelt as the spec says? | Our own checks: unknown and repeated query parameters, numbers such as `1e1`. |
 * | Does a value belong there? | Our own walk along the schema: read-only, write-only, undeclared, new values of open enums, discriminators. |
 *
 * Prism is asked about the whole message whenever any part of it is not settled. Where one of our own checks has a finding
 * at the same place, or has settled the body, what Prism says about it is left out.
 */
export class MessageChecks {
  readonly #spec: Spec;
  readonly #prism: PrismEngine;
  readonly #inspector: BodyInspector;
  readonly #keyNames: readonly string[];

  constructor(spec: Spec, prism: PrismEngine, inspector: BodyInspector) {
    this.#spec = spec;
    this.#prism = prism;
    this.#inspector = inspector;
    this.#keyNames = apiKeyQueryNames(SpecNode.of(spec.document));
  }

  /** What is wrong with a request. */
  async request(operation: Operation, read: ReadRequest): Promise<Finding[]> {
    const { request, content } = read;
    const parameters = checkParameters(operation, request, this.#spec.schemas);
    const names = checkQueryNames(operation, request, this.#keyNames);
    const own = [...read.findings, ...parameters.findings, ...names];
    const schema = content?.schema?.schema;
    const marks = schema === undefined ? [] : this.#inspector.inspect('request', schema, request.body);
    const bytes = request.bytes.byteLength;
    const body = checkBody(
      { direction: 'request', value: request.body, content, bytes, marks },
      this.#spec.schemas,
    );
    const isSettled =
      parameters.isSettled && body.isSettled && hasSettledCredentials(operation, request.headers);
    const found = isSettled
      ? []
      : await this.#prism.checkRequest(operation, toPrismRequest(operation, read, body.isSettled));
    const taught = found.map((finding) =>
      finding.code === 'request.security' && operation.credentials === 'bearer'
        ? { ...finding, message: withoutBearer(request.headers['authorization']) }
        : finding,
    );
    const isNews = ({ location }: Finding) =>
      location[0] === 'body' ? !body.isSettled : !isReported(location, own, operation, read);
    const preview = operation.isPreview ? [previewNotice] : [];
    const ofBody = besides(taught.filter(isNews), body.findings);
    const others = marks.filter((mark) => !ofBody.some(isSame(mark)));
    return [...own, ...ofBody, ...others, ...preview];
  }

  /** The first thing wrong with a value as the JSON body of an operation. */
  ofBody({ requestBody }: Operation, value: unknown): Finding | undefined {
    const declared = requestBody?.contents.find(({ mediaType }) => isJson(mediaType))?.schema;
    if (declared === undefined) return undefined;
    const broken = this.#spec.schemas.brokenKeyword(declared.path, value);
    if (broken === undefined) {
      const marks = this.#inspector.inspect('request', declared.schema, value);
      return marks.find((mark) => isError(mark) || mark.code === 'request.body.undeclared-property');
    }
    return schemaFinding('request.body', broken, ['body', ...broken.location.map(safeName)]);
  }

  /** What is wrong with a response. */
  async response(operation: Operation, response: ApiResponse): Promise<Finding[]> {
    const read = readResponse(operation, response);
    const headers = responseFor(operation, response.status)?.headers ?? [];
    if (!('value' in read)) return [read, ...(await this.#askPrism(operation, response, headers, undefined))];
    const { value, content } = read;
    const schema = content?.schema?.schema;
    const marks = schema === undefined ? [] : this.#inspector.inspect('response', schema, value);
    const bytes = (response.relayed?.plainBody ?? response.body).length;
    const body = checkBody({ direction: 'response', value, content, bytes, marks }, this.#spec.schemas);
    const found = await this.#askPrism(operation, response, headers, body.isSettled ? undefined : read);
    return [...besides(found, body.findings), ...marks];
  }

  /** What Prism says about the declared headers, and about the body unless that is settled. */
  async #askPrism(
    operation: Operation,
    response: ApiResponse,
    declared: readonly DeclaredHeader[],
    body: ReadBody | undefined,
  ): Promise<Finding[]> {
    const isToBeChecked = declared.some(({ name, isRequired }) => isRequired || name in response.headers);
    if (body === undefined && !isToBeChecked) return [];
    const found = await this.#prism.checkResponse(operation, toPrismResponse(declared, response, body));
    const missing = declared.filter(({ name, types }) => isComposite(types) && !(name in response.headers));
    const names = missing.map(({ name }) => name);
    const kept = found.filter(({ location: [place, name = ''] }) =>
      place === 'header' ? !names.includes(name) : body !== undefined,
    );
    return [...kept, ...missing.filter(({ isRequired }) => isRequired).map(requiredHeader)];
  }
}

const previewNotice: Finding = {
  code: 'request.operation.preview',
  location: ['path'],
  message: 'Is announced and not available in the real API yet.',
};

/** Whether another finding is the same one, however it is worded. */
function isSame(one: Finding): (other: Finding) => boolean {
  return (other) => other.code === one.code && other.location.join() === one.location.join();
}

/** What Prism found, in our own words where we found it too, and what we found besides. */
function besides(found: readonly Finding[], own: readonly Finding[]): Finding[] {
  const worded = found.map((finding) => own.find(isSame(finding)) ?? finding);
  return [...worded, ...own.filter((finding) => !found.some(isSame(finding)))];
}

function requiredHeader({ name }: DeclaredHeader): Finding {
  return { code: 'response.header.required', location: ['header', name], message: 'Is required.' };
}

/** Our own finding at the same place says more, and a value that is empty is one, other than Prism thinks. */
function isReported(
  location: readonly string[],
  own: readonly Finding[],
  operation: Operation,
  { request }: ReadRequest,
): boolean {
  const place = location.slice(0, 2).join();
  return (
    own.some((finding) => finding.location.join() === place) || isMisreadByPrism(operation, request, location)
  );
}

function hasSettledCredentials(
  { credentials }: Operation,
  { authorization = '' }: Readonly<Record<string, string>>,
): boolean {
  return credentials === 'none' || (credentials === 'bearer' && /^bearer +[^ ]/i.test(authorization));
}
