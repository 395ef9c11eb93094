// npm run bench -- NAME [--json]: measures one path of the product and, in the same run, the floor beneath it.
import console from 'node:console';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';
import { run as runCommand } from '../dev/build.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const names = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(path.join(here, entry.name, 'bench.ts'))).map((entry) => entry.name);
const [name] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

if (name === undefined || !names.includes(name)) {
  console.error(`Say which bench to run: ${names.join(', ')}.`);
  process.exit(2);
}
const options = { root, configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true } };
const { module: bench } = await runnerImport(path.join(here, name, 'bench.ts'), options);
const { module: kit } = await runnerImport(path.join(here, 'kit', 'run-bench.ts'), options);
for (const product of bench.products ?? []) await runCommand(['npx', 'vite', 'build', '-c', `apps/${product}/vite.config.mts`, '--logLevel', 'warn']);
process.exit(await kit.runBench(name, bench.run, { json: process.argv.includes('--json'), limitMs: bench.limitMs, fixtures: path.resolve(root, process.env.FIXTURES_DIR ?? '../shared/fixtures') }));
