import { decimalToMinor } from '@oneshelf/domain-kernel';

/** "10.00" → 1000. @throws where it is no amount in pennies */
export function minorOf(text: string): number {
  const amount = decimalToMinor(text, { digits: 2, mode: 'exact' });
  if (!amount.ok) throw new Error(`${text} is no amount in whole pennies: ${amount.refusal.kind}`);
  return amount.value;
}
