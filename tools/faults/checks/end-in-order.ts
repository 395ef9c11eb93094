import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Product } from '../kit/product';
import type { Finding } from './check';

/** The launcher is asked to stop: every connection is let go before the database ends, and no process is left. */
export async function endInOrder(product: Product): Promise<Finding> {
  const from = performance.now();
  const code = await product.stop();
  const seconds = (performance.now() - from) / 1000;
  const [, shutdown] = /received fast shutdown request([^]*)$/.exec(readFileSync(path.join(product.folder, 'logs/postgres.log'), 'utf8')) ?? [];
  const cutOff = shutdown?.match(/terminating connection/g)?.length ?? 0;
  const left = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && belongsTo(name, product.folder));
  const breaches = [
    ...(code === 0 ? [] : [`the launcher ended with ${code}`]),
    ...(shutdown?.includes('database system is shut down') ? [] : ['the database was not shut down']),
    ...(cutOff === 0 ? [] : [`${cutOff} connections were open when the database ended`]),
    ...left.map((pid) => `process ${pid} is left`),
  ];
  return { name: 'everything ends, the database last', lookedAt: 4, breaches, note: `${seconds.toFixed(1)} s` };
}

function belongsTo(pid: string, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
  } catch {
    return false;
  }
}
