import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Processes } from './machine.mjs';
import type { Lab } from './lab';
import type { BenchContext } from './run-bench';

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export interface Servers {
  apiUrl: string;
  /** Where till and API answer at one address; the api's own where no till was asked for. */
  origin: string;
  /** The most memory that each process ever held, in MB. */
  peakMb(): Record<string, number>;
  /** What a process has taken of the processors so far; of a busy machine it says more than the clock. */
  cpuSeconds(name: string): number;
}

/** The built api, and worker and till where asked for, as processes of their own on the lab's database. */
export async function startServers(context: BenchContext, { lab, worker = false, till = false, environment = {} }: { lab: Lab; worker?: boolean; till?: boolean; environment?: Record<string, string> }): Promise<Servers> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'oneshelf-bench-'));
  context.later(() => rmSync(folder, { recursive: true, force: true }));
  const processes = new Processes(path.join(folder, 'logs'));
  context.later(() => processes.stop());
  const apiUrl = `http://127.0.0.1:${await freePort()}`;
  const common = { NODE_ENV: 'production', DATABASE_URL: lab.url, ONESHELF_DATA: folder, PUBLIC_URL: apiUrl, LOG_LEVEL: 'warn', REDIS_URL: '', ...environment };
  await processes.start({ name: 'api', file: 'dist/apps/api/main.js', readyUrl: `${apiUrl}/api/health`, environment: { ...common, PORT: new URL(apiUrl).port } });
  if (worker) await processes.start({ name: 'worker', file: 'dist/apps/worker/main.js', environment: common, readyUrl: undefined });
  const origin = till ? `http://127.0.0.1:${await freePort()}` : apiUrl;
  if (till) await processes.start({ name: 'gateway', file: 'tools/dev/gateway.mjs', readyUrl: `${origin}/api/health`, environment: { PORT: new URL(origin).port, API_URL: apiUrl, OFFICE_URL: apiUrl } });
  return { apiUrl, origin, peakMb: () => Object.fromEntries(Object.entries(processes.pids()).map(([name, pid]) => [name, peakOf(Number(pid))])), cpuSeconds: (name) => cpuOf(Number(processes.pids()[name])) };
}

const peakOf = (pid: number): number => Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);

/** Ticks of 10 ms in user and system mode, behind the name in brackets. */
const cpuOf = (pid: number): number => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).reduce((sum, ticks) => sum + Number(ticks) / 100, 0) ?? Number.NaN;
