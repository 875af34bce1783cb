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
