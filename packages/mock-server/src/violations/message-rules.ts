/** Ways to break the contract in a request that no schema describes, by the status of the response. */
export const requestRules = {
  400: {
    'request.url.malformed':
      'The URL cannot be parsed: a bad percent-escape, bytes that are not UTF-8, or a character that URLs do not allow. Encode each value with `encodeURIComponent`.',
    'request.url.dot-segment':
      'The path has a `.` or `..` segment, plain or percent-encoded. Such a path can reach a resource other than the intended one, so it is refused instead of resolved.',
    'request.body.missing': 'The operation requires a body, but the request has none.',
    'request.body.unexpected': 'The request has a body, but the operation takes none.',
    'request.body.malformed':
      'The body is not JSON in UTF-8: a syntax error, text after the end, bytes that are not UTF-8, or a byte order mark.',
    'request.body.duplicate-key':
      'An object in the body has the same property twice. Parsers differ in which one they keep, so the server may use another one than was checked here. Escaped spellings of a name count as that name.',
    'request.body.too-deep': 'The body nests arrays and objects more than 200 levels deep.',
    'request.query.unknown':
      'The query has a parameter that the operation does not declare. A misspelled filter that is silently ignored returns too much. Parameter names are case-sensitive.',
    'request.query.repeated': 'A query parameter that takes one value appears more than once.',
  },
  401: {
    'request.security':
      'The credentials that the operation requires are missing or of the wrong kind. Send `Authorization: Bearer <accessToken>` with a token from `POST /auth/token`.',
  },
  404: {
    'request.route.unknown':
      'No path in the spec matches. Check for a wrong base path, an empty id or a trailing slash. Reports show only the parts of the path that are in the spec.',
  },
  405: {
    'request.method.not-allowed':
      'The path is in the spec, but the method is not. The `Allow` header of the response lists the methods. HEAD and OPTIONS are not supported.',
  },
  406: {
    'request.accept':
      'The `Accept` header rules out every media type that the operation returns. Send `application/json` or omit it. A malformed `Accept` is ignored.',
  },
  413: {
    'request.body.too-large': 'The body is larger than 1 MB (1,048,576 bytes).',
  },
  414: {
    'request.url.too-long': 'The URL is longer than 8,000 characters. Send long values in a body.',
  },
  415: {
    'request.media-type':
      'The body has a `Content-Type` that the operation does not accept, a charset other than UTF-8, or none. Send `Content-Type: application/json`.',
    'request.content-encoding':
      'The body is compressed. The spec does not say that the API accepts compressed requests.',
  },
  417: {
    'request.expectation': 'The `Expect` header asks for something other than `100-continue`.',
  },
  422: {
    'request.body.read-only':
      'The body has a property that only the server may set; the spec marks it `readOnly`.',
  },
} as const;

/** What is odd in a request but no reason to refuse it. */
export const requestWarnings = {
  'request.body.undeclared-property':
    'The body has a property that is not in the spec and may have no effect. Look for a misspelled name or one that belongs elsewhere in the body; the spec may also be out of date.',
  'request.body.unknown-value':
    'The body has a value that is not among those the spec names (`x-oms-known-values`), such as an asset, a chain or the name of an event. Others are allowed, and a misspelled one may have no effect. Case counts. A name that ends in a star stands for all that begin like it.',
  'request.body.empty-list':
    'The body has an empty list where the spec names what could be in it, such as the events of a webhook endpoint. It may mean all instead of none. Leave it out, or name what you want.',
} as const;

/** What is true of a request and nobody's mistake. */
export const requestNotices = {
  'request.operation.preview':
    'The spec marks the operation as `preview`: it is announced, and the real API does not have it yet. Here it responds as announced.',
} as const;

type ByStatus = typeof requestRules;

/** A violation code of {@link requestRules}, {@link requestWarnings} or {@link requestNotices}. */
export type RequestRuleCode =
  | { [Status in keyof ByStatus]: keyof ByStatus[Status] }[keyof ByStatus]
  | keyof typeof requestWarnings
  | keyof typeof requestNotices;

/** Ways to break the contract in a response that no schema describes, by severity. */
export const responseRules = {
  error: {
    'response.handler-failed':
      'The mock server itself threw an error while it prepared the response, and responded with 500. The request is not the cause: this is a bug in the mock server or in a function passed to it, such as `now`. The warning on stderr says where.',
    'response.status.undeclared':
      'The operation does not declare this status, either by itself or through a range or `default`.',
    'response.media-type':
      'The response has no `Content-Type`, or not the one that the spec declares for this status. `application/problem+json` is not `application/json`.',
    'response.body.missing': 'The spec declares a body for this status, but the response is empty.',
    'response.body.unexpected': 'The response has a body, but the spec declares none for this status.',
    'response.body.malformed':
      'The body should be JSON but is not: truncated, HTML, bytes that are not UTF-8, or a byte order mark.',
    'response.body.duplicate-key':
      'An object in the body has the same property twice. Parsers differ in which one they keep.',
    'response.content-encoding':
      'The body cannot be decompressed: its `Content-Encoding` is not gzip, deflate or br, or the data is damaged.',
    'response.body.too-deep': 'The body nests arrays and objects more than 200 levels deep.',
    'response.body.write-only':
      'The response contains something that the spec allows only in requests (`writeOnly`), such as a birth date or a secret. Any property of that name counts, except in objects that the spec explicitly leaves open.',
  },
  notice: {
    'response.body.unchecked':
      'The body is larger than 4 MB, compressed or not, and was passed on unchecked.',
    'response.body.undeclared-property':
      'The response has a property that is not in the spec. Clients must tolerate it; the spec is out of date.',
    'response.body.open-enum':
      'The response has a value that an open enum in the spec (`x-oms-open-enum`) does not list. Clients must tolerate it; the spec is out of date.',
  },
} as const;

/** Ways to break the contract in a webhook event that no schema describes, by severity. */
export const eventRules = {
  error: {
    'event.unknown': 'The spec has no webhook with this name.',
    'event.body.write-only':
      'The event contains something that the spec allows only in requests (`writeOnly`), such as a birth date or a secret.',
  },
  notice: {
    'event.body.undeclared-property':
      'The event has a property that is not in the spec. Receivers must tolerate it; the spec is out of date.',
    'event.body.open-enum':
      'The event has a value that an open enum in the spec (`x-oms-open-enum`) does not list. Receivers must tolerate it; the spec is out of date.',
  },
} as const;

type CodeIn<Rules> = { [Severity in keyof Rules]: keyof Rules[Severity] }[keyof Rules];

/** A violation code of {@link responseRules}. */
export type ResponseRuleCode = CodeIn<typeof responseRules>;

/** A violation code of {@link eventRules}. */
export type EventRuleCode = CodeIn<typeof eventRules>;
