// npm run faults [-- kills|flood …]: breaks the running product on purpose and checks that nothing was lost or doubled.
import console from 'node:console';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const number = (text) => Number.parseInt(text, 10);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, operations: { type: 'string', default: '200' }, kills: { type: 'string', default: '2' }, buyers: { type: 'string', default: '64' }, units: { type: 'string', default: '10' }, short: { type: 'boolean', default: false }, plant: { type: 'boolean', default: false }, keep: { type: 'string' } },
  });
  const { module } = await runnerImport(path.join(import.meta.dirname, 'run.ts'), { root, configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true } });
  const short = values.short;
  process.exit(await module.run(positionals[0] ?? 'kills', {
    seed: number(values.seed), operations: short ? 60 : number(values.operations), killsEach: short ? 1 : number(values.kills), buyers: number(values.buyers), units: number(values.units), short, plant: values.plant, keep: values.keep ?? null,
  }));
} catch (error) {
  console.error(error);
  process.exit(2);
}
