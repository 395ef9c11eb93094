import { lineAmount } from '@oneshelf/domain-kernel';
import { discountInMode, taxLines, type LineTaxRate, type StackedLine, type StackedTax } from '@oneshelf/domain-tax';
import { minorOf, ppmOfPercent, roundedMinor } from '../decimal';
import { Comparison, isFields, type Difference, type Fields } from '../tax-case';

interface CartLine {
  unit_price?: number;
  amount?: number;
  quantity?: number;
  is_tax_inclusive?: boolean;
  tax_lines?: { rate: number }[];
  adjustments?: { amount: number; is_tax_inclusive?: boolean }[];
}
interface Cart {
  items: CartLine[];
  shipping_methods?: CartLine[];
}

/** Every amount of a cart in minor units; the case writes them unrounded, so they are rounded before they are compared. */
export function cartTotals(fields: Fields): Difference[] {
  const { cart, expected } = fields as unknown as { cart: Cart; expected: Fields };
  const items = cart.items.map((line, index) => readLine(line, `items ${index}`));
  const shipping = (cart.shipping_methods ?? []).map((line, index) => readLine(line, `shipping_methods ${index}`));
  const all = [...items, ...shipping];
  const before = taxLines(all.map(({ line, grossOrNetMinor }) => ({ ...line, amountMinor: grossOrNetMinor })));
  const after = taxLines(all.map(({ line }) => line));
  const compare = new Comparison();
  const amountsOf = (lines: readonly ReadLine[]): Record<string, number> => sums(lines, { before, after });
  const check = (where: string, { given, ours }: { given: Fields; ours: Readonly<Record<string, number>> }): void => {
    for (const [field, value] of Object.entries(given))
      if (typeof value === 'number' && field in ours) compare.check(`${where}${field}`, { expected: roundedMinor(value), actual: ours[field] }, { field, given, cart });
  };
  check('', { given: expected, ours: { ...amountsOf(all), ...prefixed('item_', amountsOf(items)), ...prefixed('shipping_', amountsOf(shipping)) } });
  for (const [list, lines] of [['items', items], ['shipping_methods', shipping]] as const) {
    const given = Array.isArray(expected[list]) ? (expected[list] as Fields[]) : [];
    given.forEach((line, index) => {
      const ours = lines[index];
      if (!ours) return;
      check(`${list}[${index}].`, { given: line, ours: amountsOf([ours]) });
      partsOf(line, 'adjustments').forEach((adjustment, at) => check(`${list}[${index}].adjustments[${at}].`, { given: adjustment, ours: ours.discounts[at] ?? {} }));
      partsOf(line, 'tax_lines').forEach((tax, at) => check(`${list}[${index}].tax_lines[${at}].`, { given: tax, ours: { total: after.lines.get(ours.line.lineId)?.taxesMinor[at] ?? NaN, subtotal: before.lines.get(ours.line.lineId)?.taxesMinor[at] ?? NaN } }));
    });
  }
  return compare.differences;
}

interface ReadLine {
  line: StackedLine;
  /** Before discounts. */
  grossOrNetMinor: number;
  /** Each without and with tax. */
  discounts: { subtotal: number; total: number }[];
}

function readLine(source: CartLine, lineId: string): ReadLine {
  const taxInclusive = source.is_tax_inclusive === true;
  const taxes = (source.tax_lines ?? []).map(({ rate }, index): LineTaxRate => ({ jurisdiction: `tax ${index}`, taxClass: lineId, name: `${rate} %`, ratePpm: ppmOfPercent(rate) }));
  const ratePpm = taxes.reduce((sum, tax) => sum + tax.ratePpm, 0);
  const grossOrNetMinor = lineAmount(minorOf(source.unit_price ?? source.amount ?? 0), (source.quantity ?? 1) * 1000);
  const modes = (source.adjustments ?? []).map(({ amount, is_tax_inclusive }) => {
    const inMode = (mode: boolean): number => discountInMode({ amountMinor: minorOf(amount), isNet: is_tax_inclusive !== true }, { taxInclusive: mode, ratePpm });
    return { subtotal: inMode(false), total: inMode(true) };
  });
  const amountMinor = modes.reduce((left, { subtotal, total }) => left - (taxInclusive ? total : subtotal), grossOrNetMinor);
  return { line: { lineId, amountMinor, taxInclusive, taxes }, grossOrNetMinor, discounts: modes };
}

function sums(lines: readonly ReadLine[], { before, after }: { before: StackedTax; after: StackedTax }): Record<string, number> {
  const sum = (tax: StackedTax, amount: 'netMinor' | 'taxMinor' | 'grossMinor'): number => lines.reduce((total, { line }) => total + (tax.lines.get(line.lineId)?.[amount] ?? 0), 0);
  const [net, tax, gross] = [sum(after, 'netMinor'), sum(after, 'taxMinor'), sum(after, 'grossMinor')];
  const [originalNet, originalTax, originalGross] = [sum(before, 'netMinor'), sum(before, 'taxMinor'), sum(before, 'grossMinor')];
  return {
    subtotal: originalNet, total: gross, tax_total: tax, original_total: originalGross, original_tax_total: originalTax, original_subtotal: originalNet,
    discount_total: originalGross - gross, discount_subtotal: originalNet - net, discount_tax_total: originalTax - tax,
  };
}

/** "item_total", "original_item_total": as the amounts of all, with the kind of line in the name. */
const prefixed = (kind: string, amounts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).flatMap(([name, value]) => (name.startsWith('discount') ? [] : [[name.startsWith('original_') ? `original_${kind}${name.slice('original_'.length)}` : `${kind}${name}`, value]])));

const partsOf = (line: Fields, name: string): Fields[] => (Array.isArray(line[name]) ? line[name].filter(isFields) : []);
