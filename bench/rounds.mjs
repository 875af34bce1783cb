// Measures calls round by round, so that a moment in which the machine is slow falls on no one alone.
import { Bench } from 'tinybench';

const round = { time: 25, iterations: 20, warmup: false };

/**
 * Microseconds of one call of each, by name: the lower quartile of the medians of all rounds. The first rounds warm up and
 * do not count.
 */
export async function microsecondsOf(calls, { rounds = 30, warmUpRounds = 6 } = {}) {
  const medians = Object.fromEntries(Object.keys(calls).map((name) => [name, []]));
  for (let number = -warmUpRounds; number < rounds; number += 1) {
    const bench = new Bench(round);
    for (const [name, call] of Object.entries(calls)) bench.add(name, call, { async: true });
    await bench.run();
    if (number < 0) continue;
    for (const { name, result } of bench.tasks) {
      if (result.error) throw result.error;
      medians[name].push(result.latency.p50 * 1000);
    }
  }
  return Object.fromEntries(Object.entries(medians).map(([name, list]) => [name, lowerQuartile(list)]));
}

function lowerQuartile(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 2];
}
