// The product's processes: started in order, each ready before the next needs it, started again when one dies, and ended
// in stages: who serves people first, what others need last.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { step, Stop, warn } from './say.mjs';

const root = path.resolve(import.meta.dirname, '../..');
/** One that dies so often before it was ever ready cannot run at all. */
const TRIES_TO_START = 5;
// Beside a build on a busy machine a server takes many times its second.
const READY_WITHIN_MS = 180_000;
const LONGEST_PAUSE_MS = 5000;
const STAGE_MS = 8000;

export class Processes {
  #children = new Map();
  #ending = false;

  constructor(logFolder) {
    this.logFolder = logFolder;
    mkdirSync(logFolder, { recursive: true });
  }

  /** Starts one and waits until it says that it is ready, or `readyUrl` answers; at most three minutes. Of all, stage 0 is stopped first. */
  async start({ name, file, environment, readyUrl, stage = 0 }) {
    if (this.#ending) throw new Stop('Oneshelf is stopping.');
    const entry = { name, file, environment, readyUrl, stage, deaths: [], served: false };
    this.#spawn(entry);
    if (await this.#untilReady(entry)) return void (entry.served = true);
    if (entry.failed) throw new Stop(`${name} stopped while starting. The last lines of ${this.#logFile(name)} say why:\n${entry.tail.join('')}`);
    throw new Stop(`${name} did not become ready within three minutes. Look into ${this.#logFile(name)}.`);
  }

  async stop() {
    this.#ending = true;
    const stages = new Set([...this.#children.values()].map(({ stage }) => stage).sort());
    for (const stage of stages) await this.#stopStage([...this.#children.values()].filter((entry) => entry.stage === stage));
  }

  async #stopStage(entries) {
    const all = entries.filter(({ child }) => child.exitCode === null && child.signalCode === null);
    const ended = Promise.all(all.map(({ child }) => new Promise((resolve) => child.once('exit', resolve))));
    for (const { child } of all) child.kill('SIGTERM');
    await Promise.race([ended, wait(STAGE_MS)]);
    for (const { child } of all) if (child.exitCode === null) child.kill('SIGKILL');
  }

  pids() {
    return Object.fromEntries([...this.#children.values()].map(({ name, child }) => [name, child.pid]));
  }

  #logFile = (name) => path.join(this.logFolder, `${name}.log`);

  #spawn(entry) {
    // Detached: Ctrl-C in a terminal reaches only the launcher, which ends everything in order.
    const log = createWriteStream(this.#logFile(entry.name), { flags: 'a' });
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', pathToFileURL(path.join(root, 'tools/dev/end-with-launcher.mjs')).href, entry.file], {
      cwd: root, env: { ...process.env, ...entry.environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true,
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

  async #untilReady(entry) {
    const until = Date.now() + READY_WITHIN_MS;
    while (Date.now() < until && !entry.failed && !this.#ending) {
      if (entry.readyUrl ? await answers(entry.readyUrl) : entry.ready) return true;
      await wait(60);
    }
    return false;
  }

  /** One that has served before is tried for ever: it may wait for the database, which comes back too. */
  #revive(entry, cause) {
    const now = Date.now();
    entry.deaths = [...entry.deaths.filter((at) => now - at < 60_000), now];
    if (!entry.served && entry.deaths.length > TRIES_TO_START) return void (entry.failed = true);
    const pauseMs = Math.min(200 * 2 ** (entry.deaths.length - 1), LONGEST_PAUSE_MS);
    warn(`${entry.name} ended (${cause}); starting it again${entry.deaths.length > TRIES_TO_START ? ` in ${pauseMs / 1000} s. ${this.#logFile(entry.name)} says why` : ''}.`);
    setTimeout(() => { if (!this.#ending) void this.#startAgain(entry, now); }, pauseMs);
  }

  async #startAgain(entry, diedAt) {
    this.#spawn(entry);
    const { child } = entry;
    if ((await this.#untilReady(entry)) && entry.child === child && entry.served) step(`${entry.name} is back after ${((Date.now() - diedAt) / 1000).toFixed(1)} s.`);
  }
}

const answers = (url) => fetch(url, { signal: AbortSignal.timeout(2000) }).then((response) => response.status < 500, () => false);
