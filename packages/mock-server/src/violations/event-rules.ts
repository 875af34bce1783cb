/** Ways to break the contract in a webhook event that no schema describes, by severity. */
export const eventRules = {
  error: {
    'event.unknown': 'The spec has no webhook with this name.',
    'event.body.write-only':
      'The event contains something that the spec allows only in requests (`writeOnly`), such as a birth date or a secret.',
  },
  warning: {
    'event.body.undeclared-property': 'The event has a property that is not in the spec.',
    'event.body.open-enum':
      'The event has a value that an open enum in the spec (`x-oms-open-enum`) does not list.',
  },
} as const;

type BySeverity = typeof eventRules;

/** A violation code of {@link eventRules}. */
export type EventRuleCode = {
  [Severity in keyof BySeverity]: keyof BySeverity[Severity];
}[keyof BySeverity];
