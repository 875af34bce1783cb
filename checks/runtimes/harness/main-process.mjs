// Runs a bundle in this process: `main-process.mjs <bundle> <what is provided, as JSON>`. The last line is the summary.
const [bundle, provided] = process.argv.slice(2);
const { run } = await import(bundle);
// Limits of tests keep no process alive: a test that waits for ever is to fail, not to end the run.
setInterval(() => {}, 1000);
const summary = await run(JSON.parse(provided));
console.log(JSON.stringify(summary));
process.exit(0);
