import { watch } from 'chokidar';

/** Waits this long after a change, because an editor writes several files, or one file several times. */
const settleMs = 50;

/**
 * Runs `work` after every change below `folder`, one run at a time. Resolves, once it is watching, to a function that
 * stops.
 */
export async function watchSpec(folder: string, work: () => Promise<void>): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, settleMs);
  };
  const watcher = watch(folder, {
    ignored: /[\\/](node_modules|\.turbo|generated|released)([\\/]|$)/,
    ignoreInitial: true,
  });
  watcher.on('all', schedule);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}
