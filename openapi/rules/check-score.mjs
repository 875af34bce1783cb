import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How well tools and agents can work with the spec, of 100. It falls only by a decision in docs/decisions/. */
const floor = 84;

const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const args = [cli, 'score', 'openapi.yaml', '--config', 'redocly.yaml', '--format', 'json'];
const cwd = fileURLToPath(new URL('..', import.meta.url));
const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
if (status !== 0) throw new Error(`redocly score failed:\n${stderr}`);

const { agentReadiness, operationScores } = JSON.parse(stdout);
console.log(`redocly score: ${agentReadiness}, at least ${floor}`);
if (agentReadiness < floor) {
  const worst = Object.entries(operationScores)
    .sort(([, one], [, other]) => one.agentReadiness - other.agentReadiness)
    .slice(0, 3);
  for (const [operation, score] of worst) console.error(`  ${operation}: ${score.agentReadiness}`);
  console.error(
    'Add descriptions, examples or constraints that a page supports; openapi/CURATION.md says which do.',
  );
  process.exitCode = 1;
}
