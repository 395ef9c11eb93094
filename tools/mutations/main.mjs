// npm run mutations [-- NAME …]: puts each known bug of other systems into our code, and shows that a test catches it.
import console from 'node:console';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { mutations } from './mutations.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const SIGNALS = ['SIGINT', 'SIGTERM'];
/** A suite on the real database takes seconds; one that hangs on a mutation is stopped and has caught nothing. */
const LIMIT_MS = 180_000;

const asked = process.argv.slice(2);
const chosen = asked.length === 0 ? mutations : mutations.filter(({ lesson }) => asked.includes(lesson));
const unknown = asked.filter((lesson) => !mutations.some((mutation) => mutation.lesson === lesson));
if (unknown.length > 0) {
  console.error(`There is no mutation for ${unknown.join(', ')}. Known: ${[...new Set(mutations.map(({ lesson }) => lesson))].join(', ')}.`);
  process.exit(2);
}
const dirty = execFileSync('git', ['status', '--porcelain', '--', ...new Set(chosen.map(({ file }) => file))], { cwd: root, encoding: 'utf8' });
if (dirty !== '') {
  console.error(`These files have changes that are not committed; a mutation would mix with them. Nothing was run.\n${dirty}`);
  process.exit(2);
}

let survived = 0;
for (const mutation of chosen) {
  const caught = await tryOut(mutation);
  if (!caught.ok) survived += 1;
  console.log(`${caught.ok ? 'caught  ' : 'SURVIVED'} ${mutation.lesson}  ${mutation.bug}\n         ${caught.by}`);
}
console.log(`${chosen.length - survived} of ${chosen.length} mutations were caught.`);
process.exit(survived > 0 ? 1 : 0);

/** The file as it was comes back whatever happens, also on Ctrl-C. */
async function tryOut({ file, find, put, tests, by }) {
  const where = path.join(root, file);
  const before = readFileSync(where, 'utf8');
  if (before.split(find).length !== 2) return { ok: false, by: `${file} does not have this text exactly once: ${find}` };
  const restore = () => writeFileSync(where, before);
  const leave = () => { restore(); process.exit(130); };
  for (const signal of SIGNALS) process.once(signal, leave);
  try {
    writeFileSync(where, before.replace(find, () => put));
    const failed = await failedTests(tests);
    const title = failed.find((name) => name.includes(by));
    return title === undefined ? { ok: false, by: failed.length === 0 ? 'every test passed' : `only others failed: ${failed.join('; ')}` } : { ok: true, by: title };
  } finally {
    restore();
    for (const signal of SIGNALS) process.removeListener(signal, leave);
  }
}

/** Full names of the tests that fail. A run that is stopped or cannot begin says so: it has caught nothing. */
async function failedTests({ lib, files }) {
  const report = path.join(mkdtempSync(path.join(tmpdir(), 'mutation-')), 'report.json');
  const child = spawn('npx', ['jest', '-c', `${lib}/jest.config.mjs`, '--json', `--outputFile=${report}`, '--silent', ...files], { cwd: root, stdio: 'ignore', detached: true });
  const stop = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), LIMIT_MS);
  await once(child, 'exit');
  clearTimeout(stop);
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return testResults.flatMap((suite) => suite.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName));
  } catch {
    return ['the run gave no report'];
  } finally {
    rmSync(path.dirname(report), { recursive: true });
  }
}
