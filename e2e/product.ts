import { fork, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
// The first start builds; later ones take seconds.
const START_TIMEOUT_MS = 900_000;
const STOP_TIMEOUT_MS = 60_000;

/** Starts the built product once for all stories, as `npm start` does, with a data folder of its own. Returns the stop. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'oneshelf-e2e-'));
  const port = await freePort();
  const child = fork(path.join(ROOT, 'tools/dev/start.mjs'), { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, PORT: String(port), ONESHELF_DATA: folder } });
  const printed = collect(child);
  try {
    await ready(child, printed);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const [, stripe, amazon] = /Simulators\s+Stripe (\S+)\s+Amazon (\S+)/.exec(printed()) ?? [];
  if (stripe === undefined || amazon === undefined) throw new Error(`The launcher did not print where the simulators are:\n${printed()}`);
  // Workers are processes of their own; they inherit the environment.
  Object.assign(process.env, { E2E_ORIGIN: `http://127.0.0.1:${port}`, E2E_STRIPE: stripe, E2E_AMAZON: amazon, E2E_DATA: folder });
  return async () => {
    await stopped(child);
    if (process.env.E2E_KEEP) cpSync(path.join(folder, 'logs'), process.env.E2E_KEEP, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
  };
}

function collect(child: ChildProcess): () => string {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { printed += chunk.toString(); });
  return () => printed;
}

function ready(child: ChildProcess, printed: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { child.kill('SIGTERM'); reject(new Error(`The product was not ready in time:\n${printed()}`)); }, START_TIMEOUT_MS);
    child.once('message', () => { clearTimeout(timer); resolve(); });
    child.once('exit', (code) => { clearTimeout(timer); reject(new Error(`The product ended with code ${code} while starting:\n${printed()}`)); });
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    child.once('exit', () => { clearTimeout(timer); resolve(); });
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('There is no free port.'))));
    });
  });
}
