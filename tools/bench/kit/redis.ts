import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchContext } from './run-bench';
import { freePort } from './servers';

/** A Redis of our own that keeps nothing. Null: there is no redis-server on this machine. */
export async function startRedis(context: BenchContext): Promise<string | null> {
  if (spawnSync('redis-server', ['--version']).status !== 0) return null;
  const [port, folder] = [await freePort(), mkdtempSync(path.join(os.tmpdir(), 'oneshelf-redis-'))];
  const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  context.later(() => {
    redis.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });
  for (let tries = 0; tries < 100 && !(await listens(port)); tries += 1) await sleep(50);
  return `redis://127.0.0.1:${port}`;
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => { socket.end(); resolve(true); });
    socket.once('error', () => resolve(false));
  });
