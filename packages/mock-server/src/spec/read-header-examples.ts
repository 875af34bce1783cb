import { validateHeaderName, validateHeaderValue } from 'node:http';
import { objectsIn } from './expected.js';
import { sampleOf } from './read-examples.js';
import { SpecError } from './spec-error.js';
import type { SpecNode } from './spec-node.js';

/** The example of each declared header that has one, by lower-case name. Throws SpecError for what cannot be sent. */
export function readHeaderExamples(headers: SpecNode): Record<string, string> {
  const examples = objectsIn(headers, 'header').flatMap(([name, header]) => {
    const sample = sampleOf(header);
    return sample === undefined ? [] : [[name.toLowerCase(), checked(name, String(sample), header)]];
  });
  return Object.fromEntries(examples) as Record<string, string>;
}

function checked(name: string, value: string, header: SpecNode): string {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return value;
  } catch {
    throw new SpecError(header.pointer, 'this header cannot be sent', 'Correct its name and its example');
  }
}
