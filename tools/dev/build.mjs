// Builds what `npm start` runs, when a source is newer than the last build. A stamp holds the state of the sources, so
// an unchanged checkout starts without asking Nx.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { step, Stop } from './say.mjs';

const root = path.resolve(import.meta.dirname, '../..');
// Only what goes into the product: a change of a bench or a fault run builds nothing.
const SOURCES = ['apps', 'libs', 'prisma', 'tools/dev', 'tools/prisma', 'tools/seed', 'tools/simulators', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const IGNORED = new Set(['node_modules', '.next', 'generated', 'dist', 'test-results', 'next-env.d.ts']);
const PRODUCTS = ['api', 'worker', 'simulators', 'seed', 'pos', 'back-office'];

function fingerprint() {
  const hash = createHash('sha256');
  const visit = (place) => {
    const info = statSync(path.join(root, place));
    if (!info.isDirectory()) return void hash.update(`${place}:${info.size}:${Math.trunc(info.mtimeMs)};`);
    for (const name of readdirSync(path.join(root, place)).sort()) if (!IGNORED.has(name)) visit(path.join(place, name));
  };
  for (const place of SOURCES) visit(place);
  return hash.digest('hex');
}

/** Runs a command in the project's root; its output is shown only when it fails. */
export function run(command, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(Buffer.concat(output).toString()) : reject(new Error(Buffer.concat(output).toString().slice(-6000)))));
  });
}

export async function buildWhenChanged() {
  const stamp = path.join(root, 'dist/.build-stamp');
  const state = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  step('Building the apps (first start, or a source changed) …');
  try {
    await run(['npx', 'nx', 'run-many', '-t', 'build', '-p', PRODUCTS.join(','), '--parallel=2', '--outputStyle=static'], { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NEXT_TELEMETRY_DISABLED: '1' });
  } catch (error) {
    throw new Stop(`The build failed. Nothing was started.\n${error.message}`);
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint());
}
