import { expect } from 'vitest';
import { lintText } from './lint.js';

/** A document that keeps every rule; each test breaks one thing in it. */
export const sound = `
openapi: 3.1.0
info: { title: Things, version: 1.0.0, license: { name: MIT, identifier: MIT } }
servers:
  - { url: https://api.example.org, x-oms-environment: sandbox, x-oms-source: [unreleased build of the docs] }
security: []
tags: [{ name: Things, description: Things. }]
paths:
  /things/{id}:
    patch:
      operationId: updateThing
      summary: Update a thing
      description: Changes a thing.
      tags: [Things]
      parameters: [{ name: id, in: path, required: true, description: Id., schema: { type: string } }]
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/ThingUpdateRequest' }
            examples: { renamed: { value: { name: Ball, weight: 2 } } }
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Thing' }
              examples: { ball: { value: { name: Ball } } }
        '404':
          description: No such thing.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/ApiErrorBody' }
              examples: { missing: { value: { code: not_found } } }
      x-oms-source: [https://docs.polygon.technology/api-reference/things]
      x-oms-confidence: inferred
      x-oms-curation: things
webhooks:
  thing.changed:
    post:
      operationId: receiveThingChanged
      summary: A thing changed
      description: Sent when a thing changes.
      tags: [Things]
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/ThingEvent' }
            examples: { sample: { value: { event: thing.changed } } }
      responses: { 2XX: { description: Taken. }, '410': { description: Not wanted. } }
      x-oms-source: [https://docs.polygon.technology/payments/webhooks]
      x-oms-confidence: documented
components:
  schemas:
    Thing:
      type: object
      properties: { name: { type: string, description: Name., examples: [Ball] } }
      x-oms-confidence: documented
    ThingEvent:
      type: object
      properties: { event: { type: string, description: Name., const: thing.changed } }
      x-oms-confidence: documented
    ThingUpdateRequest:
      type: object
      properties:
        name: { type: string, description: Name., examples: [Ball] }
        weight: { type: integer, description: Weight., examples: [2], writeOnly: true }
      x-oms-confidence: documented
    ApiErrorBody:
      type: object
      properties: { code: { type: string, description: Code., examples: [not_found] } }
      x-oms-confidence: documented
`;

/** The parts that every section of CURATION.md has. */
export const sections = ['Sources', 'Reading', 'Confidence', 'To settle it'].map(
  (part) => `\n**${part}.** [Page][page].\n`,
);

/** A CURATION.md that goes with it. */
export const curation = `# Curation\n\n## things\n${sections.join('')}\n[page]: https://docs.polygon.technology/\n`;

/** Lints the sound document after replacing `part` by `replacement`, and names the rules that object. */
export async function rulesBrokenBy(part: string, replacement: string): Promise<string[]> {
  expect(sound).toContain(part);
  return rulesBrokenIn(sound.replace(part, replacement));
}

/** Names the rules that object to a document. */
export async function rulesBrokenIn(document: string): Promise<string[]> {
  const problems = await lintText(document, curation);
  return [...new Set(problems.map(({ ruleId }) => ruleId))];
}
