// npm test: the rules of the house, lint, types, every lib's tests on one PostgreSQL, the builds, and the stories in a real
// browser. Ends with the line "N passed, N failed".  npm test -- --without-stories leaves the browser out.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { step, Stop } from './say.mjs';
import { startTestPostgres } from '../testing/postgres.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const counts = { passed: 0, failed: 0 };
const environment = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' };

/** Runs a command, shows what it prints, and answers its output and exit code. */
function run(command, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { cwd: root, env: { ...environment, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        process.stdout.write(chunk);
      });
    }
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** A step that is one check: it passes or fails as a whole. */
async function check(name, command, more) {
  step(name);
  const { code } = await run(command, more);
  counts[code === 0 ? 'passed' : 'failed'] += 1;
}

function addJest(output) {
  for (const [, failed, passed] of output.matchAll(/^\s*Tests:\s+(?:(\d+) failed, )?(?:\d+ skipped, )?(?:\d+ todo, )?(?:(\d+) passed, )?\d+ total/gm)) {
    counts.failed += Number(failed ?? 0);
    counts.passed += Number(passed ?? 0);
  }
}

async function tests() {
  step('Tests of every lib and app');
  const postgres = await startTestPostgres();
  try {
    const { code, output } = await run(['npx', 'nx', 'run-many', '-t', 'test', '--parallel=2', '--outputStyle=static'], { TEST_DATABASE_URL: postgres.url });
    addJest(output);
    // A suite that did not even start counts no test; it must not pass for that.
    if (code !== 0 && !/^\s*Tests:\s+\d+ failed/m.test(output)) counts.failed += 1;
  } finally {
    await postgres.stop();
  }
}

async function stories() {
  step('Stories in the browser');
  const { code, output } = await run(['npx', 'playwright', 'test'], { CHROMIUM_PATH: findChromium() });
  const count = (word) => Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  counts.passed += count('passed');
  counts.failed += count('failed') || (code === 0 ? 0 : 1);
}

try {
  await check('Rules of the house', ['node', 'tools/checks/main.mjs']);
  await check('Prisma client and table types', ['npx', 'nx', 'run', 'prisma:generate', '--outputStyle=static']);
  await check('Lint', ['npx', 'nx', 'run-many', '-t', 'lint', '--parallel=2', '--outputStyle=static']);
  // One program for all but what has a world of its own: the pure libs (no DOM, no Node) and Next's generated types.
  await check('Types', ['npx', 'tsc', '-p', 'tsconfig.all.json']);
  await check('Types of the pure libs and the back-office', ['npx', 'nx', 'run-many', '-t', 'typecheck', '-p', 'domain-*,back-office', '--parallel=2', '--outputStyle=static']);
  await tests();
  await check('Builds', ['npx', 'nx', 'run-many', '-t', 'build', '--parallel=2', '--outputStyle=static']);
  if (!process.argv.includes('--without-stories')) await stories();
} catch (error) {
  counts.failed += 1;
  console.error(error instanceof Stop ? error.message : error);
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;
