// Runs the suites of outbox, queues and handlers again with REDIS_URL set, on a Redis of its own.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../dev/ports.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const SUITES = ['libs/server/platform/jest.config.mjs'];

const port = await freePort();
const folder = mkdtempSync(path.join(os.tmpdir(), 'oneshelf-redis-'));
const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
redis.once('error', () => {
  console.log('There is no redis-server. Install it (apt-get install redis-server) and run this again.\n0 passed, 1 failed');
  process.exit(1);
});
await wait(500);

let [passed, failed] = [0, 0];
for (const suite of SUITES) {
  const { stdout, stderr, status } = spawnSync('npx', ['jest', '-c', suite], { cwd: root, env: { ...process.env, REDIS_URL: `redis://127.0.0.1:${port}` }, encoding: 'utf8' });
  console.log(stderr + stdout);
  const [, bad, good] = /^Tests:\s+(?:(\d+) failed, )?(?:\d+ skipped, )?(?:(\d+) passed, )?/m.exec(stderr) ?? [];
  passed += Number(good ?? 0);
  failed += Number(bad ?? (status === 0 ? 0 : 1));
}
redis.kill('SIGTERM');
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
