// npm start: everything that Oneshelf needs, from a fresh clone to a running demo chain. Ctrl-C ends all of it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { amazonAccount, notificationUrl } from './amazon-account.mjs';
import { seconds, step, Stop, title } from './say.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const undo = [];
let stopping = false;

async function stop(code) {
  if (stopping) return;
  stopping = true;
  for (const undoStep of undo.reverse()) await Promise.resolve(undoStep()).catch(() => undefined);
  process.exit(code);
}
/** What stop() does at the end, the latest first. Nothing more is started once it has begun. */
function later(undoStep) {
  if (stopping) throw new Stop('Oneshelf is stopping.');
  undo.push(undoStep);
}
process.on('SIGINT', () => {
  console.log(stopping ? 'Still stopping; the database ends last.' : '\nStopping …');
  void stop(0);
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));

try {
  await start();
} catch (error) {
  // While everything stops, what is under way fails; that is no news.
  if (!stopping) console.error(`\n${error instanceof Stop ? error.message : error.stack}\n`);
  await stop(1);
}

function checkMachine() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Stop(`Oneshelf needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and start again.`);
  const installed = path.join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs - 1000) return;
  if (existsSync(installed) && sameDependencies(installed)) return;
  step('Installing packages (npm ci, one to three minutes) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Stop('npm ci failed; the lines above say why. Nothing was started.');
}

/** A fresh checkout of the same lock file is newer than node_modules without differing from it. */
function sameDependencies(installed) {
  const versions = (file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).filter(([place, entry]) => place && !entry.optional).map(([place, entry]) => `${place}@${entry.version}`);
  const have = new Set(versions(installed));
  return versions(path.join(root, 'package-lock.json')).every((entry) => have.has(entry));
}

async function start() {
  checkMachine();
  const { isFree, freePort } = await import('./ports.mjs');
  const { buildWhenChanged, run } = await import('./build.mjs');
  const { prepareDataFolder, startPostgres } = await import('./postgres.mjs');
  const { takeFolder } = await import('./lock.mjs');
  const { migrate } = await import('./migrate.mjs');
  const { Processes } = await import('./processes.mjs');
  const { seedMarketplace } = await import('./seed-marketplace.mjs');

  const port = Number(process.env.PORT ?? 4000);
  const dataFolder = path.resolve(root, process.env.ONESHELF_DATA ?? '.data');
  if (!(await isFree(port))) throw new Stop(`Port ${port} is taken by another program. Stop that program, or start with another port: PORT=${port + 100} npm start`);
  prepareDataFolder(dataFolder);
  later(takeFolder(dataFolder));
  const builds = buildWhenChanged();
  later(builds.stop);

  let databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    const postgres = await startPostgres(dataFolder, later);
    databaseUrl = postgres.url;
  }
  await migrate(databaseUrl);
  await builds.servers;
  step('Seeding the demo chain where it is missing …');
  await run(['node', 'dist/tools/seed/main.js'], { DATABASE_URL: databaseUrl });

  const [api, office, stripe, amazon, ...more] = await Promise.all(Array.from({ length: 3 + processesOf() }, freePort));
  const apis = [api, ...more];
  const local = (number) => `http://127.0.0.1:${number}`;
  const processes = new Processes(path.join(dataFolder, 'logs'));
  later(() => processes.stop());
  const common = {
    NODE_ENV: 'production', DATABASE_URL: databaseUrl, ONESHELF_DATA: dataFolder, PUBLIC_URL: process.env.PUBLIC_URL ?? local(port), LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    STRIPE_API_URL: local(stripe), AMAZON_API_URL: local(amazon), AMAZON_LWA_URL: `${local(amazon)}/auth/o2/token`,
    ...amazonAccount,
  };
  const simulator = (name, number, more) => ({
    name: `${name}-simulator`, stage: 2, file: `dist/tools/simulators/${name}.js`, readyUrl: `${local(number)}/healthz`,
    environment: { PORT: String(number), SIMULATOR_DATA: path.join(dataFolder, 'simulators', name), ...more },
  });
  step('Starting the simulators, the API, the worker and the apps …');
  await Promise.all([
    processes.start(simulator('stripe', stripe, { STRIPE_WEBHOOK_URL: `${local(api)}/api/payments/stripe/webhook`, STRIPE_WEBHOOK_SECRET: 'whsec_oneshelf' })),
    processes.start(simulator('amazon', amazon, { ...amazonAccount, AMAZON_NOTIFICATION_URL: notificationUrl(local(api)) }))
      .then(() => seedMarketplace(databaseUrl, local(amazon))) // before the worker: a quantity for an unknown offer is refused
      .then(() => Promise.all(apis.map((_, index) => processes.start({ name: nth('worker', index), stage: 1, file: 'dist/apps/worker/main.js', environment: common })))),
    ...apis.map((number, index) => processes.start({ name: nth('api', index), stage: 1, file: 'dist/apps/api/main.js', readyUrl: `${local(number)}/api/health`, environment: { ...common, PORT: String(number) } })),
    builds.screens.then(() => processes.start({ name: 'back-office', file: 'apps/back-office/.next/standalone/apps/back-office/server.js', readyUrl: `${local(office)}/sign-in`, environment: { NODE_ENV: 'production', PORT: String(office), HOSTNAME: '127.0.0.1', API_URL: local(api) } })),
  ]);
  await processes.start({ name: 'gateway', file: 'tools/dev/gateway.mjs', readyUrl: `${local(port)}/api/health`, environment: { PORT: String(port), API_URL: apis.map(local).join(' '), OFFICE_URL: local(office) } });
  report({ port, stripe: local(stripe), amazon: local(amazon), dataFolder, embedded: !process.env.DATABASE_URL });
}

/** ONESHELF_PROCESSES=2: two of the API and of the worker on the one database, as a cluster has them; the gateway takes turns. */
function processesOf() {
  const asked = Number(process.env.ONESHELF_PROCESSES ?? 1);
  if (Number.isInteger(asked) && asked >= 1 && asked <= 8) return asked;
  throw new Stop(`ONESHELF_PROCESSES is ${process.env.ONESHELF_PROCESSES}. Say how many of the API and of the worker: 1 to 8.`);
}

function nth(name, index) {
  return index === 0 ? name : `${name}-${index + 1}`;
}

function report({ port, stripe, amazon, dataFolder, embedded }) {
  const origin = `http://127.0.0.1:${port}`;
  console.log(`
${title('Oneshelf is ready')} after ${seconds().trim()} s. Open ${title(origin)}

  Back-office   ${origin}/          ines.duarte@fieldhouse.example (merchandiser)
                                         admin@fieldhouse.example (admin)
                                         password for both: oneshelf-demo
  Till          ${origin}/pos/      enrolment code SOHO-1 (works once; more under Tills in the back-office)
                                         Sam Lowe PIN 2222, Ana Reis (manager) PIN 1111
  Shop page     ${origin}/shop
  API           ${origin}/api/docs  key for the storefront: pk_demo_web_gb
  Simulators    Stripe ${stripe}  Amazon ${amazon}

  Data and logs in ${dataFolder}${embedded ? '' : ', database as DATABASE_URL says'}. Queues run on ${process.env.REDIS_URL ? 'Redis' : 'PostgreSQL (set REDIS_URL for Redis)'}.
  Ctrl-C stops everything.`);
  if (process.send) process.send('ready');
}
