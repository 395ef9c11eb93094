import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ask } from './ask';
import { freePort } from './machine.mjs';

const ROOT = path.resolve(process.cwd());
const START_TIMEOUT_MS = 900_000;
const STOP_TIMEOUT_MS = 40_000;
const COME_BACK_MS = 60_000;

export type Victim = 'api' | 'worker' | 'database';

/** The product as `npm start` runs it, with a data folder of its own; its processes can be killed by name. */
export interface Product {
  origin: string;
  stripe: string;
  amazon: string;
  folder: string;
  /** For looking from outside; survives the database. */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** The addresses of each API, past the gateway. */
  apis: string[];
  /** Of several of a kind the one that chance picks. */
  kill(victim: Victim, chance?: number): Promise<Death>;
  /** Stops the worker in its tracks; the answer lets it go on. */
  pauseWorker(): () => void;
  databaseUrl: string;
  printed(): string;
  /** Answers the launcher's exit code. Doing it again changes nothing. */
  stop(): Promise<number | null>;
}

export interface Death {
  victim: Victim;
  pid: number;
}

export async function startProduct(processes = 1): Promise<Product> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'oneshelf-faults-'));
  const port: number = await freePort();
  const environment = { ...process.env, PORT: String(port), ONESHELF_DATA: folder, ONESHELF_PROCESSES: String(processes) };
  for (const outside of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL']) delete (environment as Record<string, string | undefined>)[outside];
  const launcher = fork(path.join(ROOT, 'tools/dev/start.mjs'), { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: environment });
  let text = '';
  for (const stream of [launcher.stdout, launcher.stderr]) stream?.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  const printed = (): string => text;
  await ready(launcher, printed);
  const [, stripe, amazon] = /Simulators\s+Stripe (\S+)\s+Amazon (\S+)/.exec(text) ?? [];
  if (stripe === undefined || amazon === undefined) throw new Error(`The launcher did not print where the simulators are:\n${text}`);
  const url = databaseUrl(folder);
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    origin: `http://127.0.0.1:${port}`, stripe, amazon, folder, printed, databaseUrl: url,
    apis: childrenOf(launcher.pid ?? 0, 'dist/apps/api/main.js').map((pid) => `http://127.0.0.1:${portOf(pid)}`),
    pauseWorker: () => pause(childrenOf(launcher.pid ?? 0, 'dist/apps/worker/main.js')),
    query: async <Row extends object>(statement: string, values: unknown[] = []) => (await patiently(() => pool.query<Row>(statement, values))).rows,
    kill: (victim, chance = 0) => kill(victim, { launcher, folder, chance }),
    stop: async () => {
      if (!pool.ended) await pool.end();
      return stopped(launcher);
    },
  };
}

function ready(child: ChildProcess, printed: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { child.kill('SIGTERM'); reject(new Error(`The product was not ready in time:\n${printed()}`)); }, START_TIMEOUT_MS);
    child.once('message', () => { clearTimeout(timer); resolve(); });
    child.once('exit', (code) => { clearTimeout(timer); reject(new Error(`The product ended with code ${code} while starting:\n${printed()}`)); });
  });
}

function stopped(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    child.once('exit', (code) => { clearTimeout(timer); resolve(code); });
    child.kill('SIGTERM');
  });
}

/** As the launcher makes it: the port is in PostgreSQL's own file, the password in the data folder. */
function databaseUrl(folder: string): string {
  const port = readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://oneshelf:${readFileSync(path.join(folder, 'postgres.password'), 'utf8')}@127.0.0.1:${port}/oneshelf`;
}

/** kill -9 of the process that has that part now; waits for one while it is just coming back. */
async function kill(victim: Victim, { launcher, folder, chance }: { launcher: ChildProcess; folder: string; chance: number }): Promise<Death> {
  const until = Date.now() + COME_BACK_MS;
  while (Date.now() < until) {
    const all = victim === 'database' ? postmaster(folder) : childrenOf(launcher.pid ?? 0, `dist/apps/${victim}/main.js`);
    const pid = all[Math.floor(chance * all.length)];
    if (pid !== undefined) {
      process.kill(pid, 'SIGKILL');
      return { victim, pid };
    }
    await sleep(50);
  }
  throw new Error(`There was no ${victim} to kill for a minute: it did not come back.`);
}

function pause(pids: number[]): () => void {
  if (pids.length === 0) throw new Error('There is no worker to pause.');
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return () => pids.forEach((pid) => process.kill(pid, 'SIGCONT'));
}

const portOf = (pid: number): string => /(?:^|\0)PORT=(\d+)/.exec(readFileSync(`/proc/${pid}/environ`, 'utf8'))?.[1] ?? '';

function postmaster(folder: string): number[] {
  try {
    const pid = Number(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder) ? [pid] : [];
  } catch {
    return [];
  }
}

function childrenOf(parent: number, part: string): number[] {
  const found: number[] = [];
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
      if (Number(fields[1]) === parent && fields[0] !== 'Z' && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(part)) found.push(Number(name));
    } catch {
      continue; // gone meanwhile
    }
  }
  return found;
}

async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + COME_BACK_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      // Classes 22 and 42 are mistakes of the one who asks; all else is the database going or coming.
      if (/^(22|42)/.test(code) || Date.now() > until) throw error;
      await sleep(200);
    }
  }
}

/** How long the product takes to sell again, measured at its own address. */
export async function usableAfterMs(product: Product, headers: Record<string, string>): Promise<number> {
  const from = performance.now();
  while (performance.now() - from < COME_BACK_MS) {
    const answer = await ask({ url: `${product.origin}/api/storefront/stores`, headers, hangUpAfterMs: 2000 });
    if (answer?.status === 200) return Math.round(performance.now() - from);
    await sleep(50);
  }
  throw new Error('The product did not become usable again within a minute.');
}
