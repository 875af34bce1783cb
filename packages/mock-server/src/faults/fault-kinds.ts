import type { FaultKind } from './fault-rule.js';

/** What belongs to one kind of fault. */
export interface KindEntry {
  /** Fields of its own, the one that `kind=value` sets first. */
  readonly fields: readonly string[];
  /** Fields that cannot be left out. */
  readonly required?: readonly string[];
}

/** Every kind of fault with its fields. */
export const faultKinds: Readonly<Record<FaultKind, KindEntry>> = {
  latency: { fields: ['latencyMs', 'when'], required: ['latencyMs'] },
  'reset-before': { fields: [] },
  'reset-after': { fields: [] },
  'reset-in-body': { fields: ['afterBytes'] },
  'stalled-body': { fields: ['afterBytes'] },
  'truncated-json': { fields: ['afterBytes'] },
  html: { fields: ['status', 'when'] },
  status: { fields: ['status', 'retryAfter', 'when'], required: ['status'] },
  'rate-limit': { fields: ['retryAfter'] },
  unauthorized: { fields: [] },
  'duplicate-delivery': { fields: ['copies', 'event'] },
  'clock-skew': { fields: ['skewMs'], required: ['skewMs'] },
};

/** How a rule says which of the calls it is about it hits; at most one of them is given. */
export const countFields = ['nth', 'every', 'first'] as const;

/** The fields with which a rule of this kind is narrowed. */
export function selectionFields(kind: FaultKind): readonly string[] {
  const common = [...countFields, 'probability'];
  return kind === 'duplicate-delivery' ? common : ['operation', ...common];
}

/** Tells the name of a kind. */
export function isFaultKind(name: unknown): name is FaultKind {
  return typeof name === 'string' && Object.hasOwn(faultKinds, name);
}
