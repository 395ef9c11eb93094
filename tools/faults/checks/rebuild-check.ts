import { spawn } from 'node:child_process';
import type { Product } from '../kit/product';
import type { Finding } from './check';

/** The operator's own tool folds every movement again, while the product runs, and only looks. */
export async function rebuildFindsNothing(product: Product): Promise<Finding> {
  const child = spawn('npm', ['run', '--silent', 'rebuild-stock', '--', '--check'], { env: { ...process.env, DATABASE_URL: product.databaseUrl }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  await new Promise((resolve) => child.once('close', resolve));
  const [said, levels, differences] = /(\d+) levels looked at, (\d+) differences/.exec(text) ?? [];
  const breaches = said === undefined ? [`it did not come to its end: ${text.slice(-500)}`] : differences === '0' ? [] : text.trim().split('\n').slice(0, -1);
  return { name: 'the rebuild of every level finds no difference', lookedAt: Number(levels ?? 0), breaches };
}
