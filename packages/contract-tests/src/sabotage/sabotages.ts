import { leaks } from './leaks.js';
import type { Sabotage } from './sabotage.js';
import { wrongEnvelopes } from './wrong-envelopes.js';
import { wrongFields } from './wrong-fields.js';
import { wrongMessages } from './wrong-messages.js';

/** Ways in which a server drifts away from its contract, all of them to be noticed. */
export const sabotages: readonly Sabotage[] = [...leaks, ...wrongFields, ...wrongEnvelopes, ...wrongMessages];
