import { isBuiltin } from 'node:module';

if (isBuiltin('node:sqlite')) {
  const { startBackend } = await import('./backend.js');
  const close = await startBackend(process.env);
  // Requests are finished. What else is unfinished is on disk, and taken up at the next start.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().then(() => process.exit()));
} else {
  console.error(`This backend needs Node 22.13 or newer, for node:sqlite; this is Node ${process.version}.`);
  process.exitCode = 1;
}
