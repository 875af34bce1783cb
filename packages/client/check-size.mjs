// Fails when the built package has outgrown its budget or has a runtime dependency. A budget is what was measured + 5 %; a
// decision that raises one says what was bought.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const budgets = {
  'client, loaded at once': 15_700,
  'client, as one file': 18_500,
  'node transport': 4_350,
  'openapi-fetch on top': 6_600,
  'fakes on top': 2_250,
  'verifyWebhook alone': 1_500,
  'kyc, everything': 7_950,
  'kyc, planner with labels': 4_000,
  'package, unpacked': 703_000,
  'longest line of code': 700,
  'runtime dependencies': 0,
};
const measured = {
  'client, loaded at once': await bundleSize('index', true),
  'client, as one file': await bundleSize('index', false),
  'node transport': await bundleSize('node', false),
  'openapi-fetch on top': await bundleSize('openapi-fetch', false),
  'fakes on top': await bundleSize('testing', false, '*', ['./dist/esm/index.js']),
  'verifyWebhook alone': await bundleSize('webhooks', false, '{ verifyWebhook }'),
  'kyc, everything': await bundleSize('kyc', false),
  'kyc, planner with labels': await bundleSize('kyc', false, '{ planEndorsement, planOnboarding }'),
  'package, unpacked': unpackedSize(),
  'longest line of code': longestLine('dist'),
  'runtime dependencies': runtimeDependencies(),
};

for (const [name, budget] of Object.entries(budgets)) {
  const isOver = measured[name] > budget;
  console.log(`${isOver ? 'over budget' : 'ok'}: ${name} ${measured[name]} of ${budget}`);
  if (isOver) process.exitCode = 1;
}

/**
 * Bytes, minified and gzipped, of the static closure of an entry point: the file with what it exports, all or the names given,
 * and every chunk it imports at once, but for what is `external`. What is imported later does not count; without `splitting` it does.
 */
async function bundleSize(entry, splitting, names = '*', external = []) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${names} from './dist/esm/${entry}.js'`, resolveDir: import.meta.dirname },
    outdir: 'out',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    splitting,
    external,
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const closure = staticClosure(metafile.outputs, 'out/stdin.js');
  const files = outputFiles.filter(({ path }) =>
    closure.some((name) => path.replaceAll('\\', '/').endsWith(name)),
  );
  return files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0);
}

/** An output file and the ones it imports statically, directly or through others. */
function staticClosure(outputs, name, seen = []) {
  if (seen.includes(name)) return seen;
  const imported = outputs[name].imports.filter(
    ({ kind, external }) => kind === 'import-statement' && !external,
  );
  return imported.reduce((names, { path }) => staticClosure(outputs, path, names), [...seen, name]);
}

function unpackedSize() {
  const pack = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
  const print = execFileSync('npm', pack, { encoding: 'utf8', shell: process.platform === 'win32' });
  const [{ unpackedSize: bytes }] = Object.values(JSON.parse(print));
  return bytes;
}

/** Characters of the longest line, which Node prints with an uncaught error that comes from it. */
function longestLine(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js'));
  const lines = files.flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n'));
  return Math.max(...lines.map((line) => line.length));
}

function runtimeDependencies() {
  const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json'));
  return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies }).length;
}
