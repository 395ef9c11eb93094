import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { check } from './checks/all-checks';
import { plantBreaches } from './checks/plant';
import { endInOrder } from './checks/end-in-order';
import { printFindings } from './kit/print';
import { startProduct } from './kit/product';
import { flood } from './flood';
import { kills } from './kills';
import { long } from './long';
import type { Options } from './options';
import { rush } from './rush';

const scenarios: Record<string, typeof kills> = { kills, long, flood, rush };

/** Runs one scenario against a product of its own; answers the exit code. */
export async function run(name: string, options: Options): Promise<number> {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`There is no scenario ${name}. There are ${Object.keys(scenarios).join(' and ')}.`);
  const startedAt = performance.now();
  const product = await startProduct(options.processes);
  try {
    const { record, findings } = await scenario(product, options);
    findings.push(...(await check(product, record)));
    const blind = options.plant ? await plantBreaches(product, record) : [];
    findings.push(await endInOrder(product));
    printFindings(findings);
    const breaches = findings.flatMap(({ breaches: found }) => found);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(`${name}: seed ${options.seed}, ${options.processes > 1 ? `${options.processes} of the API and of the worker, ` : ''}${record.summary()}; ${findings.length} checks, ${breaches.length} breaches${options.plant ? `, ${blind.length} checks blind to a planted breach` : ''} (${seconds} s)`);
    return breaches.length + blind.length === 0 ? 0 : 1;
  } finally {
    await product.stop();
    writeFileSync(`${product.folder}/logs/launcher.log`, product.printed());
    if (options.keep) cpSync(`${product.folder}/logs`, options.keep, { recursive: true });
    rmSync(product.folder, { recursive: true, force: true });
  }
}
