import type { Noticed } from './sabotage.js';

/** One deliberate drift of a webhook delivery, and what the contract chain has to report. */
export interface EventSabotage {
  readonly title: string;
  /** Changes the text of a sound delivery. */
  readonly drift: (body: string) => string;
  readonly noticed: readonly Noticed[];
}

interface Envelope {
  readonly data: Readonly<Record<string, unknown>>;
}

const envelope = (changes: object) => (body: string) => JSON.stringify({ ...JSON.parse(body), ...changes });
const data = (changes: object) => (body: string) =>
  envelope({ data: { ...(JSON.parse(body) as Envelope).data, ...changes } })(body);

/** Ways in which the delivery of a granted endorsement drifts away from the spec. */
export const eventSabotages: readonly EventSabotage[] = [
  {
    title: 'an event has another name than its webhook',
    drift: envelope({ event: 'customer.endorsed' }),
    noticed: ['request.body.const body.event'],
  },
  {
    title: 'an event has no data',
    drift: envelope({ data: undefined }),
    noticed: ['request.body.required body.data'],
  },
  {
    title: 'the data of an event is an id alone',
    drift: envelope({ data: 'cst_1' }),
    noticed: ['request.body.type body.data'],
  },
  {
    title: 'an event names no customer',
    drift: data({ id: undefined }),
    noticed: ['request.body.required body.data.id'],
  },
  {
    title: 'the customer of an event is a number',
    drift: data({ id: 7 }),
    noticed: ['request.body.type body.data.id'],
  },
  {
    title: 'the endorsements of an event are text',
    drift: data({ endorsements: 'basic' }),
    noticed: ['request.body.type body.data.endorsements'],
  },
  {
    title: 'an event ends too early',
    drift: (body) => body.slice(0, -2),
    noticed: ['request.body.malformed body'],
  },
];
