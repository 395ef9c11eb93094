// npm run model [-- OPERATIONS]: as many random operations on stock beside a model of it; 100,000 unless told otherwise.
import console from 'node:console';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const [asked = '100000'] = process.argv.slice(2);
if (!/^[1-9]\d{0,6}$/.test(asked)) {
  console.error(`Say how many operations: a whole number of 1 to 9999999, not ${asked}.`);
  process.exit(2);
}
const root = path.resolve(import.meta.dirname, '../..');
const { status } = spawnSync('npx', ['jest', '-c', 'libs/server/inventory/jest.config.mjs', 'stock-model'], { cwd: root, stdio: 'inherit', env: { ...process.env, MODEL_OPERATIONS: asked } });
process.exit(status ?? 1);
