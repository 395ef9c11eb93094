// Builds what `npm start` runs, when a source is newer than the last build. A stamp holds the state of the sources, so
// an unchanged checkout starts without asking Nx. Two builds, one after the other: what seeds and serves is quick, and
// starts while the second one makes what browsers get.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { step, Stop } from './say.mjs';

const root = path.resolve(import.meta.dirname, '../..');
// Only what goes into the product: a change of a bench or a fault run builds nothing.
const SOURCES = ['apps', 'libs', 'prisma', 'tools/dev', 'tools/prisma', 'tools/seed', 'tools/simulators', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const IGNORED = new Set(['node_modules', '.next', 'generated', 'dist', 'test-results', 'next-env.d.ts']);
const SERVERS = ['seed', 'api', 'worker', 'simulators'];
const SCREENS = ['back-office', 'pos'];
const STOP_WITHIN_MS = 5000;

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

/** The file of a command that a package brings; a second quicker than npx. */
export const command = (name) => path.join(root, 'node_modules/.bin', name);

/** Runs a command in the project's root; its output is shown only when it fails. `more` goes to spawn. */
export function run(command, environment = {}, { onStart, ...more } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'], ...more });
    onStart?.(child);
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(Buffer.concat(output).toString()) : reject(new Error(Buffer.concat(output).toString().slice(-6000)))));
  });
}

/** Answers promises of both builds at once, to be awaited by those who need them, and how to end what still builds. */
export function buildWhenChanged() {
  const stamp = path.join(root, 'dist/.build-stamp');
  const state = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return { servers: Promise.resolve(), screens: Promise.resolve(), stop: () => undefined };
  step('Building the apps (first start, or a source changed) …');
  const builder = new Builder();
  const servers = builder.build(SERVERS);
  const screens = servers.then(() => builder.build(SCREENS)).then(() => {
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, fingerprint());
  });
  // A failure is told by whoever waits for the build, perhaps seconds later; until then it must not end the process.
  for (const build of [servers, screens]) build.catch(() => undefined);
  return { servers, screens, stop: () => builder.stop() };
}

class Builder {
  #child = null;
  #ending = false;

  /** @throws Stop with what the build printed */
  async build(projects) {
    try {
      // A group of its own, so that Ctrl-C ends it in order: Nx ends what it has started.
      await run([command('nx'), 'run-many', '-t', 'build', '-p', projects.join(','), '--parallel=2', '--outputStyle=static', '--nxBail'], { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NEXT_TELEMETRY_DISABLED: '1' }, {
        detached: true,
        onStart: (child) => {
          this.#child = child;
          if (this.#ending) this.#signal('SIGTERM');
        },
      });
    } catch (error) {
      throw new Stop(`The build failed, so Oneshelf does not start; what had been started is stopped again.\n${error.message}`);
    }
  }

  async stop() {
    this.#ending = true;
    const child = this.#child;
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      this.#signal(signal);
      await Promise.race([new Promise((resolve) => child.once('exit', resolve)), wait(STOP_WITHIN_MS)]);
    }
  }

  #signal(signal) {
    try {
      process.kill(-this.#child.pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
}
