import type { KycField } from '@oms-sdk/client/kyc';

/** What the page shows. */
export type View =
  | { readonly step: 'start' | 'waiting' }
  | {
      readonly step: 'form';
      readonly fields: readonly KycField[];
      /** Why it was refused before, in words for the person. */
      readonly reasons: readonly string[];
      /** Whether it was refused before. */
      readonly isAgain: boolean;
    }
  | { readonly step: 'wallet'; readonly address?: string }
  | { readonly step: 'closed'; readonly reasons: readonly string[] };

/** What is wrong with a value, by the path of its field. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}
