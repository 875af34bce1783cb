/** Ways to break the contract in a response that no schema describes, by severity. */
export const responseRules = {
  error: {
    'response.handler-failed':
      'The mock server itself threw an error while it worked on the answer, and answered with 500. The request is not to blame: this is a bug in the mock server or in a function it was given, such as `now`. The warning on stderr tells where.',
    'response.status.undeclared':
      'The operation does not declare this status, neither by itself nor by a range or `default`.',
    'response.media-type':
      'The response has another `Content-Type` than the spec declares for this status, or none. `application/problem+json` is not `application/json`.',
    'response.body.missing': 'The spec declares a body for this status and the response is empty.',
    'response.body.unexpected': 'The response has a body and the spec declares none for this status.',
    'response.body.malformed':
      'The body is declared as JSON and is not: truncated, HTML, bytes that are not UTF-8, or a byte order mark.',
    'response.body.duplicate-key':
      'An object of the body has the same property twice. Parsers differ in which one they keep.',
    'response.content-encoding':
      'The body cannot be decompressed: its `Content-Encoding` is none of gzip, deflate and br, or the data is damaged.',
    'response.body.too-deep': 'The body nests arrays and objects more than 200 levels deep.',
    'response.body.write-only':
      'The response gives back something that the spec allows in requests only (`writeOnly`), such as a birth date or a secret. The name alone counts, wherever the spec does not explicitly leave an object open.',
  },
  warning: {
    'response.body.unjudged':
      'The body has more than 4 MB, compressed or not, and was passed on without being judged.',
    'response.body.undeclared-property':
      'The response has a property the spec does not know. Clients must cope with it; the spec has fallen behind.',
    'response.body.open-enum':
      'The response has a value that an open enum of the spec (`x-oms-open-enum`) does not list yet. Clients must cope with it; the spec has fallen behind.',
  },
} as const;

type BySeverity = typeof responseRules;

/** A violation code of {@link responseRules}. */
export type ResponseRuleCode = {
  [Severity in keyof BySeverity]: keyof BySeverity[Severity];
}[keyof BySeverity];
