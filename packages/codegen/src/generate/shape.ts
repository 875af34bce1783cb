/**
 * What a value may look like: `0` anything, a text the name of a shape, a list the values of an enum, `{ items }` a
 * list, `{ fields }` an object.
 */
export type Shape =
  | 0
  | string
  | readonly string[]
  | { readonly items: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };
