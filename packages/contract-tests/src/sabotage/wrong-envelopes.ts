import { declaredAs, inJson, type Sabotage, sabotage, set } from './sabotage.js';

/** Lists and errors of another form. */
export const wrongEnvelopes: readonly Sabotage[] = [
  sabotage(
    'a list is bare',
    'listCustomers',
    inJson((page) => (page as { data: unknown }).data),
    'response.body.type body',
  ),
  sabotage(
    'a page does not say whether more follows',
    'listCustomers',
    set({ hasMore: undefined }),
    'response.body.required body.hasMore',
  ),
  sabotage(
    'a page says in text that more follows',
    'listCustomers',
    set({ hasMore: 'true' }),
    'response.body.type body.hasMore',
  ),
  sabotage(
    'the items of a page have another name',
    'listCustomers',
    inJson((page) => ({ ...(page as object), data: undefined, items: [] })),
    'response.body.required body.data',
    'response.body.undeclared-property body.items',
  ),
  sabotage(
    'an error has a number for its code',
    'getUnknownCustomer',
    set({ code: 404 }),
    'response.body.type body.code',
  ),
  sabotage(
    'an error is wrapped',
    'getUnknownCustomer',
    inJson((error) => ({ error })),
    'response.body.undeclared-property body.error',
  ),
  sabotage(
    'an error is problem+json',
    'getUnknownCustomer',
    declaredAs('application/problem+json'),
    'response.media-type header.content-type',
  ),
];
