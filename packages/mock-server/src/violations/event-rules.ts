/** Ways to break the contract in a webhook event that no schema describes, by severity. */
export const eventRules = {
  error: {
    'event.unknown': 'The spec has no webhook of this name.',
    'event.body.write-only':
      'The event holds something that the spec allows in requests only (`writeOnly`), such as a birth date or a secret.',
  },
  warning: {
    'event.body.undeclared-property': 'The event has a property the spec does not know.',
    'event.body.open-enum':
      'The event has a value that an open enum of the spec (`x-oms-open-enum`) does not list yet.',
  },
} as const;

type BySeverity = typeof eventRules;

/** A violation code of {@link eventRules}. */
export type EventRuleCode = {
  [Severity in keyof BySeverity]: keyof BySeverity[Severity];
}[keyof BySeverity];
