const shown = 12;

/** The lines around the first difference of two texts, what was accepted as `-` and what there is now as `+`. */
export function firstDifference(accepted: string, actual: string): string {
  const [before, after] = [accepted.split('\n'), actual.split('\n')];
  const start = before.findIndex((line, index) => line !== after[index]);
  const first = start === -1 ? before.length : start;
  let same = 0;
  const most = Math.min(before.length, after.length) - first;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  const cut = (lines: string[], mark: string) => {
    const changed = lines.slice(first, lines.length - same);
    const more = changed.length > shown ? [`${mark} … ${changed.length - shown} more lines`] : [];
    return [...changed.slice(0, shown).map((line) => `${mark} ${line}`), ...more];
  };
  return [`line ${first + 1}`, ...cut(before, '-'), ...cut(after, '+')].join('\n');
}
