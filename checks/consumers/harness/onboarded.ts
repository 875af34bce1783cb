import { expect } from 'vitest';

/** The ending of a project that took a customer from creation to a wallet and kept the contract: one line of JSON. */
export const onboarded = {
  status: 0,
  output: expect.stringMatching(
    /^\{"customer":"[\w-]+","listed":true,"address":"0x[\da-fA-F]+"(?:,"violations":0)?\}\n$/,
  ),
};
