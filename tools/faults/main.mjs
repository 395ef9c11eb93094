// npm run faults [-- kills|long|flood|rush …]: breaks the running product on purpose and checks that nothing was lost or doubled.
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
    options: { seed: { type: 'string', default: '1' }, operations: { type: 'string' }, kills: { type: 'string', default: '2' }, buyers: { type: 'string' }, clients: { type: 'string' }, minutes: { type: 'string', default: '45' }, processes: { type: 'string' }, units: { type: 'string', default: '10' }, short: { type: 'boolean', default: false }, plant: { type: 'boolean', default: false }, keep: { type: 'string' } },
  });
  const { module } = await runnerImport(path.join(import.meta.dirname, 'run.ts'), { root, configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true } });
  const short = values.short;
  const scenario = positionals[0] ?? 'kills';
  // What a scenario does when nothing is said.
  const usual = { operations: '200', clients: '8', buyers: '64', processes: '1', ...{ long: { operations: '20000', clients: '16' }, rush: { buyers: '500', processes: '2' } }[scenario] };
  const told = (name) => number(values[name] ?? usual[name]);
  process.exit(await module.run(scenario, {
    seed: number(values.seed), operations: short ? 60 : told('operations'), killsEach: short ? 1 : number(values.kills), clients: told('clients'), minutes: number(values.minutes), processes: told('processes'),
    buyers: told('buyers'), units: number(values.units), short, plant: values.plant, keep: values.keep ?? null,
  }));
} catch (error) {
  console.error(error);
  process.exit(2);
}
