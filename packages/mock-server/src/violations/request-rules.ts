/** Ways to break the contract in a request that no schema describes, by the status of the answer. */
export const requestRules = {
  400: {
    'request.url.malformed':
      'The URL cannot be read: a bad percent-escape, bytes that are not UTF-8, or a character that a URL must not have. Encode each value with `encodeURIComponent`.',
    'request.url.dot-segment':
      'The path has a `.` or `..` segment, plain or percent-encoded. Such a path can reach another resource than the one meant, so it is refused instead of resolved.',
    'request.body.missing': 'The operation requires a body and the request has none.',
    'request.body.unexpected': 'The request has a body and the operation takes none.',
    'request.body.malformed':
      'The body is not JSON in UTF-8: a syntax error, more text after the end, bytes that are not UTF-8, or a byte order mark.',
    'request.body.duplicate-key':
      'An object of the body has the same property twice. Parsers differ in which one they keep, so what is checked here may not be what is used there. Escaped spellings of a name count as the name.',
    'request.body.too-deep': 'The body nests arrays and objects more than 200 levels deep.',
    'request.query.unknown':
      'The query has a parameter that the operation does not declare. A misspelt filter that is silently ignored returns too much. Parameter names are case-sensitive.',
    'request.query.repeated': 'A query parameter that takes one value is there more than once.',
  },
  401: {
    'request.security':
      'The operation needs credentials that are missing or of another kind. Send `Authorization: Bearer <accessToken>` with a token from `POST /auth/token`.',
  },
  404: {
    'request.route.unknown':
      'No path of the spec matches. Check the base path, an id that is empty, and a slash at the end. Reports show words of the spec and mask the rest of the path.',
  },
  405: {
    'request.method.not-allowed':
      'The path is in the spec and the method is not. The `Allow` header of the answer lists the methods. HEAD and OPTIONS are not offered.',
  },
  406: {
    'request.accept':
      'The `Accept` header rules out every media type the operation answers with. Send `application/json` or nothing. A malformed `Accept` counts as none.',
  },
  413: {
    'request.body.too-large': 'The body has more than 1 MB (1,048,576 bytes).',
  },
  414: {
    'request.url.too-long': 'The URL has more than 8,000 characters. Send what is long in a body.',
  },
  415: {
    'request.media-type':
      'The body has a `Content-Type` that the operation does not take, a charset other than UTF-8, or none. Send `Content-Type: application/json`.',
    'request.content-encoding':
      'The body is compressed. The spec does not say that the API takes compressed requests.',
  },
  417: {
    'request.expectation': 'The `Expect` header asks for something other than `100-continue`.',
  },
  422: {
    'request.body.read-only':
      'The body has a property that only the server may set; the spec marks it `readOnly`.',
  },
} as const;

/** What is odd in a request and no reason to refuse it. */
export const requestWarnings = {
  'request.body.undeclared-property':
    'The body has a property the spec does not know, and nothing says that it has any effect. Look for a misspelt name, or one that belongs elsewhere in the body; the spec may have fallen behind.',
} as const;

type ByStatus = typeof requestRules;

/** A violation code of {@link requestRules} or {@link requestWarnings}. */
export type RequestRuleCode =
  | { [Status in keyof ByStatus]: keyof ByStatus[Status] }[keyof ByStatus]
  | keyof typeof requestWarnings;
