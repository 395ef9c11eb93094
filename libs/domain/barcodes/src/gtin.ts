import { gs1CheckDigit, hasCheckDigit } from './check-digit';

export type GtinKind = 'EAN-8' | 'UPC-A' | 'EAN-13' | 'GTIN-14';

/** A trade item's number as every scanner and file may write it, in one form. */
export interface Gtin {
  /** 14 digits, zeros in front: what is compared. */
  gtin14: string;
  kind: GtinKind;
}

const kinds: Record<number, GtinKind> = { 8: 'EAN-8', 12: 'UPC-A', 13: 'EAN-13', 14: 'GTIN-14' };

/** Reads 8, 12, 13 or 14 digits with a right check digit; null for all else, and for zeros alone. */
export function readGtin(text: string): Gtin | null {
  const kind = kinds[text.length];
  if (!kind || !hasCheckDigit(text) || Number(text.slice(0, -1)) < 1) return null;
  return { gtin14: text.padStart(14, '0'), kind };
}

/**
 * The UPC-A that a UPC-E stands for: 6 digits, 7 with the number system 0 or 1 in front, or 8 with the check digit behind.
 * Null where it stands for none.
 */
export function expandUpcE(text: string): string | null {
  if (!/^([01]?\d{6}|[01]\d{7})$/.test(text)) return null;
  const system = text.length === 6 ? '0' : text.slice(0, 1);
  const [a, b, c, d, e, last] = text.length === 6 ? text : text.slice(1, 7);
  const payload = system + (Number(last) <= 2 ? `${a}${b}${last}0000${c}${d}${e}` : last === '3' ? `${a}${b}${c}00000${d}${e}` : last === '4' ? `${a}${b}${c}${d}00000${e}` : `${a}${b}${c}${d}${e}0000${last}`);
  const upc = `${payload}${gs1CheckDigit(payload)}`;
  return text.length < 8 || upc.endsWith(text.slice(-1)) ? upc : null;
}

export type GtinUse = 'trade_item' | 'restricted' | 'coupon' | 'refund_receipt' | 'book' | 'periodical' | 'demonstration';

// By the first digits of the 13 (GS1 General Specifications 1.4, "GS1 prefixes"); all others are trade items.
const uses: [RegExp, GtinUse][] = [
  [/^00000(?:00|2)/, 'restricted'], [/^(?:02|04|2)/, 'restricted'], [/^952/, 'demonstration'], [/^977/, 'periodical'], [/^97[89]/, 'book'], [/^980/, 'refund_receipt'], [/^(?:98[1-4]|99)/, 'coupon'],
];

/**
 * What a number is given out for. Restricted ones mean something in one retailer's or one country's shops only: labels of
 * scales, and eight digits that begin with 0 or 2.
 */
export const gtinUse = ({ gtin14 }: Gtin): GtinUse => (gtin14.startsWith('0') ? uses.find(([prefix]) => prefix.test(gtin14.slice(1)))?.[1] : undefined) ?? 'trade_item';
