// The product's processes: started in order, each ready before the next needs it, restarted when one dies, and ended
// together.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Stop, warn } from './say.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const RESTARTS_A_MINUTE = 5;

export class Processes {
  #children = new Map();
  #ending = false;

  constructor(logFolder) {
    this.logFolder = logFolder;
    mkdirSync(logFolder, { recursive: true });
  }

  /** Starts one and waits until `ready(url)` answers, at most 60 s. */
  async start({ name, file, environment, readyUrl }) {
    const entry = { name, file, environment, deaths: [] };
    this.#spawn(entry);
    const until = Date.now() + 60_000;
    while (Date.now() < until) {
      if (entry.failed) throw new Stop(`${name} stopped while starting. The last lines of ${this.#logFile(name)} say why:\n${entry.tail.join('')}`);
      if (!readyUrl) {
        if (entry.ready) return;
      } else if (await answers(readyUrl)) return;
      await wait(60);
    }
    throw new Stop(`${name} did not become ready within a minute. Look into ${this.#logFile(name)}.`);
  }

  async stop() {
    this.#ending = true;
    const all = [...this.#children.values()].filter((entry) => entry.child.exitCode === null && entry.child.signalCode === null);
    for (const { child } of all) child.kill('SIGTERM');
    await Promise.race([Promise.all(all.map(({ child }) => new Promise((resolve) => child.once('exit', resolve)))), wait(8000)]);
    for (const { child } of all) if (child.exitCode === null) child.kill('SIGKILL');
  }

  pids() {
    return Object.fromEntries([...this.#children.values()].map(({ name, child }) => [name, child.pid]));
  }

  #logFile = (name) => path.join(this.logFolder, `${name}.log`);

  #spawn(entry) {
    const log = createWriteStream(this.#logFile(entry.name), { flags: 'a' });
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', pathToFileURL(path.join(root, 'tools/dev/end-with-launcher.mjs')).href, entry.file], {
      cwd: root, env: { ...process.env, ...entry.environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    Object.assign(entry, { child, tail: [], ready: false, startedAt: Date.now() });
    this.#children.set(entry.name, entry);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        log.write(chunk);
        entry.tail = [...entry.tail.slice(-12), chunk.toString()];
      });
    }
    child.on('message', (message) => { if (message === 'ready') entry.ready = true; });
    child.once('exit', (code, signal) => {
      log.end();
      if (!this.#ending) this.#revive(entry, code ?? signal);
    });
  }

  #revive(entry, cause) {
    const now = Date.now();
    entry.deaths = [...entry.deaths.filter((at) => now - at < 60_000), now];
    if (entry.deaths.length > RESTARTS_A_MINUTE) {
      entry.failed = true;
      return warn(`${entry.name} died ${entry.deaths.length} times within a minute and stays down. See ${this.#logFile(entry.name)}.`);
    }
    warn(`${entry.name} ended (${cause}); starting it again.`);
    setTimeout(() => { if (!this.#ending) this.#spawn(entry); }, 200 * entry.deaths.length);
  }
}

const answers = (url) => fetch(url, { signal: AbortSignal.timeout(2000) }).then((response) => response.status < 500, () => false);
