/** An event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly endpointId: string;
  readonly event: string;
  /** `pending` until it was acknowledged as often as it is to be sent, the attempts are used up, or the endpoint is gone. */
  readonly state: 'pending' | 'delivered' | 'failed';
  /** Status of each attempt, 0 when no response came. */
  readonly attempts: readonly number[];
}

/** A delivery as the sandbox keeps one. */
export interface DeliveryRecord extends Delivery {
  readonly body: string;
  readonly dueMs: number;
  /** Its place in the order of sending. */
  readonly turn: number;
  /** Waits to be overtaken. */
  readonly isHeld: boolean;
  /** How often it is to be acknowledged. */
  readonly copies: number;
}

/** Waits after the first failure, the second and so on, in seconds: ten tries over about three days. */
const waits = [10, 60, 300, 1800, 3600, 10_800, 28_800, 86_400, 129_600];

/** A delivery as it is shown. */
export function deliveryView({ id, endpointId, event, state, attempts }: DeliveryRecord): Delivery {
  return { id, endpointId, event, state, attempts: [...attempts] };
}

/** A delivery after one more attempt: done, given up, or due again. */
export function withAttempt(record: DeliveryRecord, status: number, nowMs: number): DeliveryRecord {
  const attempts = [...record.attempts, status];
  const acknowledged = attempts.filter(isAcknowledgement).length;
  if (isAcknowledgement(status)) {
    return acknowledged < record.copies
      ? { ...record, attempts, dueMs: nowMs }
      : { ...record, attempts, state: 'delivered' };
  }
  const wait = waits[attempts.length - acknowledged - 1];
  if (status === 410 || wait === undefined) return { ...record, attempts, state: 'failed' };
  return { ...record, attempts, dueMs: nowMs + wait * 1000 };
}

/** A delivery that is to be sent once more, whatever became of it. */
export function sentAgain(record: DeliveryRecord, nowMs: number): DeliveryRecord {
  const acknowledged = record.attempts.filter(isAcknowledgement).length;
  const copies = record.state === 'pending' ? record.copies + 1 : acknowledged + 1;
  return { ...record, state: 'pending', isHeld: false, dueMs: nowMs, copies };
}

function isAcknowledgement(status: number): boolean {
  return status >= 200 && status < 300;
}
