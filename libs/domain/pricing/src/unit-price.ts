import { divideRounded } from '@oneshelf/domain-kernel';

/** What is in a piece that is sold, in thousandths of the unit: 250 g is { 250000, g }. */
export interface Contents {
  quantityMilli: number;
  unit: 'g' | 'kg' | 'ml' | 'l' | 'm' | 'm2' | 'piece';
}

/** `whole`: per kilogram and litre. `hundred_when_small`: per 100 g and 100 ml where no more than 250 of them are in it. */
export type UnitPriceRule = 'whole' | 'hundred_when_small';

/** The price of so much of a unit: 350, 100, g is 3.50 per 100 g. */
export interface UnitPrice {
  amountMinor: number;
  quantity: 1 | 100;
  unit: 'g' | 'kg' | 'ml' | 'l' | 'm' | 'm2' | 'piece';
}

/** Up to so much is small: 250 g, in millionths of a kilogram. */
const SMALL = 250_000;

/**
 * What a kilogram, litre, metre, square metre or piece of it costs (PRC-99 to 101), rounded half up; null where it would say
 * the price again, or nothing. Directive 98/6/EC asks for it beside the price of what is sold by measure.
 */
export function unitPrice(priceMinor: number, { quantityMilli, unit }: Contents, rule: UnitPriceRule): UnitPrice | null {
  if (quantityMilli <= 0) return null;
  const { whole, small, perWhole } = families[unit];
  // In thousandths of the small unit, where there is one: 0.25 kg is 250,000 thousandths of a gram.
  const contents = BigInt(quantityMilli) * BigInt(unit === whole ? perWhole : 1);
  const isSmall = small !== null && rule === 'hundred_when_small' && contents <= BigInt(SMALL);
  const base = BigInt(isSmall ? 100_000 : 1000 * perWhole);
  if (contents === base) return null;
  const amountMinor = Number(divideRounded(BigInt(priceMinor) * base, contents, 'half_up'));
  return { amountMinor, quantity: isSmall ? 100 : 1, unit: isSmall ? small : whole };
}

interface Family {
  whole: UnitPrice['unit'];
  small: 'g' | 'ml' | null;
  /** Small units in a whole one. */
  perWhole: number;
}

const [mass, volume] = [{ whole: 'kg', small: 'g', perWhole: 1000 }, { whole: 'l', small: 'ml', perWhole: 1000 }] as const satisfies Family[];
const single = (whole: UnitPrice['unit']): Family => ({ whole, small: null, perWhole: 1 });
const families: Record<Contents['unit'], Family> = { g: mass, kg: mass, ml: volume, l: volume, m: single('m'), m2: single('m2'), piece: single('piece') };
