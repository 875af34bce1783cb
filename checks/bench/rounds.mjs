// Measures calls round by round, so that a moment in which the machine is slow falls on no one alone.
import { readFileSync } from 'node:fs';
import { Bench } from 'tinybench';

const round = { time: 25, iterations: 20, warmup: false };

/**
 * Microseconds of one call of each, by name: the medians of all rounds, to be compared round by round. The first rounds
 * warm up and do not count. Each has its own order, for whoever follows a wasteful peer pays for its garbage.
 */
export async function microsecondsOf(calls, { rounds = 40, warmUpRounds = 6 } = {}) {
  const medians = Object.fromEntries(Object.keys(calls).map((name) => [name, []]));
  for (let number = -warmUpRounds; number < rounds; number += 1) {
    const bench = new Bench(round);
    for (const [name, call] of shuffle(Object.entries(calls))) bench.add(name, call, { async: true });
    await bench.run();
    if (number < 0) continue;
    for (const { name, result } of bench.tasks) {
      if (result.error) throw result.error;
      medians[name].push(result.latency.p50 * 1000);
    }
  }
  return medians;
}

/** The middle one. */
export function medianOf(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** The middle one of what `compare` makes of the two values of each round. */
export function pairedMedian(values, others, compare) {
  return medianOf(values.map((value, index) => compare(value, others[index])));
}

function shuffle(list) {
  const ranked = list.map((item) => ({ item, rank: Math.random() }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
}

/** User and system time of a process, which Linux counts in hundredths of a second. */
export function cpuMs(pid) {
  if (process.platform !== 'linux') return Number.NaN;
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}
