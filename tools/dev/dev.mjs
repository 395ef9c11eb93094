// npm run dev: the developer's loop. Everything of `npm start`, but the four apps are rebuilt and reloaded as you edit:
// api and worker by Vite's watcher and node --watch, back-office by next dev, till by Vite's dev server.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { amazonAccount, notificationUrl } from './amazon-account.mjs';
import { run } from './build.mjs';
import { takeFolder } from './lock.mjs';
import { migrate } from './migrate.mjs';
import { freePort, isFree } from './ports.mjs';
import { prepareDataFolder, startPostgres } from './postgres.mjs';
import { step, Stop, title } from './say.mjs';
import { seedMarketplace } from './seed-marketplace.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const undo = [];
const children = [];

function start(name, command, environment = {}) {
  const child = spawn(command[0], command.slice(1), { cwd: root, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => process.stdout.write(chunk.toString().replace(/^(?=.)/gm, `${name.padEnd(11)} `)));
  children.push(child);
}

async function stop(code) {
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
  const ended = Promise.all(running.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  for (const child of running) child.kill('SIGTERM');
  // The database ends last, when nobody writes to it any more.
  await Promise.race([ended, wait(8000)]);
  for (const undoStep of undo.reverse()) await Promise.resolve(undoStep()).catch(() => undefined);
  process.exit(code);
}
process.once('SIGINT', () => void stop(0));
process.once('SIGTERM', () => void stop(0));

try {
  await develop();
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  await stop(1);
}

async function develop() {
  const port = Number(process.env.PORT ?? 4000);
  const dataFolder = path.resolve(root, process.env.ONESHELF_DATA ?? '.data');
  if (!(await isFree(port))) throw new Stop(`Port ${port} is taken. Start with another one: PORT=${port + 100} npm run dev`);
  prepareDataFolder(dataFolder);
  undo.push(takeFolder(dataFolder));
  const postgres = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, stop: () => undefined } : await startPostgres(dataFolder);
  undo.push(postgres.stop);
  step('Generating the client and building once …');
  await run(['npx', 'prisma', 'generate']);
  for (const place of ['tools/seed', 'tools/simulators', 'apps/api', 'apps/worker']) await run(['npx', 'vite', 'build', '-c', `${place}/vite.config.mts`, '--logLevel', 'warn']);
  await migrate(postgres.url);
  await run(['node', 'dist/tools/seed/main.js'], { DATABASE_URL: postgres.url });
  await startAll(postgres.url, port, dataFolder);
}

async function startAll(databaseUrl, port, dataFolder) {
  const [api, office, till, stripe, amazon] = await Promise.all([freePort(), freePort(), freePort(), freePort(), freePort()]);
  const local = (number) => `http://127.0.0.1:${number}`;
  const common = { DATABASE_URL: databaseUrl, ONESHELF_DATA: dataFolder, PUBLIC_URL: local(port), STRIPE_API_URL: local(stripe), AMAZON_API_URL: local(amazon), AMAZON_LWA_URL: `${local(amazon)}/auth/o2/token`, ...amazonAccount };
  start('stripe', ['node', 'dist/tools/simulators/stripe.js'], { PORT: String(stripe), SIMULATOR_DATA: path.join(dataFolder, 'simulators/stripe'), STRIPE_WEBHOOK_URL: `${local(api)}/api/payments/stripe/webhook`, STRIPE_WEBHOOK_SECRET: 'whsec_oneshelf' });
  start('amazon', ['node', 'dist/tools/simulators/amazon.js'], { PORT: String(amazon), SIMULATOR_DATA: path.join(dataFolder, 'simulators/amazon'), ...amazonAccount, AMAZON_NOTIFICATION_URL: notificationUrl(local(api)) });
  while (!(await fetch(`${local(amazon)}/healthz`).catch(() => null))?.ok) await wait(100);
  await seedMarketplace(databaseUrl, local(amazon)); // before the worker: a quantity for an unknown offer is refused
  for (const app of ['api', 'worker']) {
    start(`${app} build`, ['npx', 'vite', 'build', '-c', `apps/${app}/vite.config.mts`, '--watch', '--logLevel', 'warn']);
    while (!existsSync(path.join(root, `dist/apps/${app}/main.js`))) await wait(100);
    start(app, ['node', '--enable-source-maps', '--watch', '--watch-preserve-output', `dist/apps/${app}/main.js`], { ...common, ...(app === 'api' ? { PORT: String(api) } : {}) });
  }
  start('back-office', ['npx', 'next', 'dev', 'apps/back-office', '-p', String(office), '-H', '127.0.0.1'], { API_URL: local(api) });
  start('till', ['npx', 'vite', '-c', 'apps/pos/vite.config.mts', '--port', String(till), '--host', '127.0.0.1', '--strictPort'], { API_URL: local(api) });
  start('gateway', ['node', 'tools/dev/gateway.mjs'], { PORT: String(port), API_URL: local(api), OFFICE_URL: local(office), TILL_URL: local(till) });
  step(`${title(local(port))} – edit, save, reload. Ctrl-C stops everything.`);
}
