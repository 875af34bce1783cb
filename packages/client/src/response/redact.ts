import { writeOnlyNames } from '../generated/redaction.gen.js';

/** Properties whose content belongs to the caller, whatever it is called. */
const callersOwn: readonly string[] = ['metadata'];

/** The name of a property, as JSON writes it; an escape could spell one. */
const suspicious = new RegExp(`"(?:${writeOnlyNames.join('|')})"\\s*:|\\\\u`);

/**
 * Takes out of a body what the API takes in and must never give back, and gives the pointers to it. The body is changed
 * in place; most have nothing to take out, which a look at the text settles.
 */
export function withhold(data: object, text: string): readonly string[] {
  return suspicious.test(text) ? takeOut(data, '') : [];
}

function takeOut(node: object, pointer: string): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const here = `${pointer}/${Array.isArray(node) ? '*' : key}`;
    if (writeOnlyNames.includes(key)) {
      Reflect.deleteProperty(node, key);
      return [here];
    }
    const isLeaf = typeof value !== 'object' || value === null || callersOwn.includes(key);
    return isLeaf ? [] : takeOut(value, here);
  });
}
