import type { Arbitrary, AsyncCommand } from 'fast-check';
import type { Model } from './model.js';
import { type RealSandbox, type Reply, same } from './real-sandbox.js';

type Run<Input> = (input: Input, model: Model, real: RealSandbox) => Promise<unknown>;

/** A command that can always be run; it is shown with its input. */
export function command<Input>(name: string, input: Arbitrary<Input>, run: Run<Input>) {
  return input.map(
    (given): AsyncCommand<Model, RealSandbox> => ({
      check: () => true,
      run: async (model, real) => void (await run(given, model, real)),
      toString: () => `${name}(${JSON.stringify(given)})`,
    }),
  );
}

/** Fails unless a response has this status and this body. */
export function expectReply({ status, text }: Reply, wantedStatus: number, wanted: object): void {
  same([status, JSON.parse(text)], [wantedStatus, wanted]);
}

/** Fails unless a response is an error with this code. */
export function expectProblem({ status, text }: Reply, wantedStatus: number, code: string): void {
  same([status, JSON.parse(text).code], [wantedStatus, code]);
}
