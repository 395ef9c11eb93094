import type { OutsideRecord } from './kit/outside-record';
import type { Product } from './kit/product';
import type { Finding } from './checks/check';
import type { Options } from './run';

export async function flood(_product: Product, _options: Options): Promise<{ record: OutsideRecord; findings: Finding[] }> {
  throw new Error('not yet');
}
