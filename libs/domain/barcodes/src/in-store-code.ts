import { gs1CheckDigit, hasCheckDigit, inStoreCheckDigit } from './check-digit';

/** One stretch of an in-store code, left to right. */
export type LayoutPart =
  | { is: 'fixed'; text: string }
  /** The item's own number; `gtin`: with a right check digit. Without a length: the rest. */
  | { is: 'item'; length?: number; gtin?: boolean }
  /** What the scale measured; `times`: what one step is worth, e.g. 100 where the label has whole euros. */
  | { is: 'value'; length: number; times?: number }
  | { is: 'price'; length: number }
  /** The inner check digit of the value, and the code's own at its end. */
  | { is: 'valueCheck' } | { is: 'check' }
  | { is: 'any'; length?: number };

export type InStoreLayout = readonly LayoutPart[];

export interface InStoreReading {
  item: string | null;
  value: number | null;
  price: number | null;
}

/** Reads a code by a layout of the retailer's scales; null where the code does not have it. */
export function readInStoreCode(code: string, layout: InStoreLayout): InStoreReading | null {
  const reading: InStoreReading = { item: null, value: null, price: null };
  let [valueText, valueCheck]: [string | null, string | null] = [null, null];
  let rest = code;
  for (const part of layout) {
    const length = part.is === 'fixed' ? part.text.length : 'length' in part && part.length !== undefined ? part.length : part.is === 'item' || part.is === 'any' ? rest.length : 1;
    const text = rest.slice(0, length);
    if (text.length < length || !fits(part, text)) return null;
    if (part.is === 'item') reading.item = text;
    if (part.is === 'value') [reading.value, valueText] = [Number(text) * (part.times ?? 1), text];
    if (part.is === 'price') reading.price = Number(text);
    if (part.is === 'valueCheck') valueCheck = text;
    rest = rest.slice(length);
  }
  const isChecked = valueCheck === null || (valueText !== null && inStoreCheckDigit(valueText) === Number(valueCheck));
  const endsRight = !layout.some(({ is }) => is === 'check') || hasCheckDigit(code);
  return rest === '' && isChecked && endsRight ? reading : null;
}

function fits(part: LayoutPart, text: string): boolean {
  if (part.is === 'fixed') return text === part.text;
  if (part.is === 'any') return true;
  if (part.is === 'item') return part.gtin ? hasCheckDigit(text) : text !== '';
  return /^\d+$/.test(text);
}

/** The code of a label; null where a number does not fit its place. Places that mean nothing are zeros. */
export function writeInStoreCode(layout: InStoreLayout, { item = '', value = 0, price = 0 }: { item?: string; value?: number; price?: number }): string | null {
  const digits = (amount: number, length: number) => (Number.isInteger(amount) && amount >= 0 && String(amount).length <= length ? String(amount).padStart(length, '0') : null);
  const valueOf = layout.find((part) => part.is === 'value');
  const valueText = valueOf ? digits(value / (valueOf.times ?? 1), valueOf.length) : '';
  if (valueText === null) return null;
  let code = '';
  for (const part of layout) {
    const text = part.is === 'fixed' ? part.text : part.is === 'item' ? (part.length === undefined || part.length === item.length ? item : null) : part.is === 'value' ? valueText
      : part.is === 'price' ? digits(price, part.length) : part.is === 'valueCheck' ? String(inStoreCheckDigit(valueText) ?? '') || null : part.is === 'check' ? String(gs1CheckDigit(code)) : '0'.repeat(part.length ?? 0);
    if (text === null) return null;
    code += text;
  }
  return code;
}
