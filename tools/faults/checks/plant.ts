import type { OutsideRecord } from '../kit/outside-record';
import type { Product } from '../kit/product';

export async function plantBreaches(_product: Product, _record: OutsideRecord): Promise<string[]> {
  return [];
}
