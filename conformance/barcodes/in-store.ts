import { gs1CheckDigit, hasCheckDigit, type InStoreLayout, inStoreCheckDigit, readInStoreCode, readMeasure, readPrice, writeInStoreCode } from '@oneshelf/domain-barcodes';
import { type CaseResult, failureOf, resultOf } from '../report';

interface InStoreCase {
  kind: string; ean?: string; code?: string | null; valid?: boolean; payload?: string; checkDigit?: number; internalCheckDigit?: number; item?: string; value?: number; template?: string; matches?: boolean;
  expected?: Record<string, string>; embed?: number; element?: string; inBaseUnit?: number; baseUnit?: string; price?: string; currencyNumeric?: string;
}

const lengths: Record<string, number> = { 'EAN-8': 8, 'EAN-13': 13, 'UPC-A': 12, 'EAN-14': 14 };

export function judgeInStore(given: InStoreCase): CaseResult {
  const name = `${given.kind} ${given.template ?? ''} ${given.code ?? given.payload ?? given.element ?? given.item ?? ''}`;
  const pairs = compared(given);
  if (!pairs) return failureOf(name, 'None of our forms has its fields.');
  return resultOf(name, [], pairs.filter(([theirs, ours]) => theirs !== ours).map(([theirs, ours]) => `Published: ${String(theirs)}; ours: ${String(ours)}.`));
}

/** What is published and what ours says, pair by pair. */
function compared(given: InStoreCase): [unknown, unknown][] | null {
  const { kind, code = '', template = '' } = given;
  if (kind === 'ean-valid') return [[given.valid, (code ?? '').length === lengths[given.ean ?? ''] && hasCheckDigit(code ?? '')]];
  if (kind === 'ean-check-digit') return [[given.checkDigit, gs1CheckDigit(given.payload ?? '')]];
  if (kind === 'instore-internal-check-digit') {
    const read = readInStoreCode(code ?? '', layoutOf('2{code:5}{i}{embed:5}{ec}'));
    return [[given.item, read?.item], [given.value, read?.value], [given.internalCheckDigit, inStoreCheckDigit(String(given.value).padStart(5, '0'))]];
  }
  if (kind === 'template-match') return [[given.matches, readInStoreCode(code ?? '', layoutOf(template)) !== null]];
  if (kind === 'template-encode') return [[given.code, writeInStoreCode(layoutOf(template), { item: given.item ?? '', value: given.embed ?? 0 })]];
  if (kind === 'template-decode') {
    const read = readInStoreCode(code ?? '', layoutOf(template));
    const told: Record<string, unknown> = { LookupCode: read?.item, EmbeddedData: read?.value, Price: read?.price };
    return Object.entries(given.expected ?? {}).map(([field, theirs]) => [theirs, String(told[field])]);
  }
  const element = { ai: (given.element ?? '').slice(0, 4), value: (given.element ?? '').slice(4) };
  if (kind === 'gs1-measure') return [[given.inBaseUnit, readMeasure(element)?.amount], [given.baseUnit, readMeasure(element)?.unit]];
  if (kind === 'gs1-price') return [[given.price, readPrice(element)?.amount], [given.currencyNumeric, readPrice(element)?.currencyNumber]];
  return null;
}

const gtinLengths: Record<string, number> = { ean8: 8, ean13: 13, ean14: 14 };

/** The cases' way of writing a layout, in ours: {code:5}, {embed100:6}, {price:5}, {i}, {ec}, {_:5}, {*} and digits. */
function layoutOf(template: string): InStoreLayout {
  return [...template.matchAll(/\{(\*|_|i|ec|code|price|embed(\d*))(?::([^}]+))?\}|([^{}]+)/g)].map(([, name, times, length, text = '']) => {
    const counted = length !== undefined && length !== '*' ? { length: gtinLengths[length] ?? length.split('.').reduce((sum, digits) => sum + Number(digits), 0) } : {};
    if (name === undefined) return { is: 'fixed' as const, text };
    if (name === 'code') return { is: 'item' as const, ...counted, ...(length && length in gtinLengths ? { gtin: true } : {}) };
    if (name.startsWith('embed')) return { is: 'value' as const, length: counted.length ?? 1, ...(times ? { times: Number(times) } : {}) };
    if (name === 'price') return { is: 'price' as const, length: counted.length ?? 1 };
    if (name === 'i') return { is: 'valueCheck' as const };
    if (name === 'ec') return { is: 'check' as const };
    return { is: 'any' as const, ...(name === '*' ? {} : { length: counted.length ?? 1 }) };
  });
}
