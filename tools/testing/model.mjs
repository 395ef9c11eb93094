// npm run model [-- OPERATIONS --seed N]: random operations on stock beside a model of it; 100,000 unless told otherwise.
// What it prints when the model and the database differ says how to see that again.
import console from 'node:console';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, lanes: { type: 'string' }, path: { type: 'string' }, replay: { type: 'string' } },
});
// One seed is one batch of histories, and one that is repeated needs no other beside it.
const [operations = values.seed === undefined ? '100000' : '1'] = positionals;
const lanes = values.lanes ?? (Number(operations) > 1000 ? '2' : '1');
for (const [what, given] of [['operations', operations], ['lanes', lanes], ['seed', values.seed ?? '1']]) {
  if (/^[1-9]\d{0,8}$/.test(given)) continue;
  console.error(`Say how many ${what}: a whole number above zero, not ${given}.`);
  process.exit(2);
}
const root = path.resolve(import.meta.dirname, '../..');
const told = { MODEL_OPERATIONS: operations, MODEL_LANES: lanes, MODEL_SEED: values.seed, MODEL_PATH: values.path, MODEL_REPLAY: values.replay };
const environment = { ...process.env, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) };
const { status } = spawnSync('npx', ['jest', '-c', 'libs/server/inventory/jest.config.mjs', 'stock-model'], { cwd: root, stdio: 'inherit', env: environment });
process.exit(status ?? 1);
