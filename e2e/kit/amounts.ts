import { formatMoney } from '@oneshelf/domain-kernel';

/** Pence as the British screens write them: 14571 is £145.71. */
export const pounds = (amountMinor: number): string => formatMoney(amountMinor, 'GBP', 'en-GB');
