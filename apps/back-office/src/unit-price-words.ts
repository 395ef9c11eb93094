import type { UnitPriceAnswer } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';

const signs = { g: 'g', kg: 'kg', ml: 'ml', l: 'l', m: 'm', m2: 'm²' } as const;

/** "€14.00 / 1 kg", "€1.40 / 100 g" as the market's customers write amounts; `piece` is what a piece is called. */
export const unitPriceWords = ({ amountMinor, quantity, unit }: UnitPriceAnswer, { currency, locale, piece }: { currency: string; locale: string; piece: string }): string =>
  `${formatMoney(amountMinor, currency, locale)} / ${quantity} ${unit === 'piece' ? piece : signs[unit]}`;
