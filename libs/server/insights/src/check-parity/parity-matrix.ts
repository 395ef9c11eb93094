import type { PriceParityMatrix } from '@oneshelf/contracts';
import { shelfReason } from '@oneshelf/domain-pricing';
import type { ParitySheet } from './parity-sheet';

/** One SKU in every context, with what makes each price; null where nothing of this id is sold. */
export function parityMatrix(sheet: ParitySheet, variantId: string): PriceParityMatrix | null {
  const index = sheet.variants.findIndex(({ id }) => id === variantId);
  const variant = sheet.variants[index];
  if (!variant) return null;
  const plainMinor = sheet.plain[index]?.priceMinor ?? null;
  const cells = sheet.contexts.map(({ named, shelf }) => {
    const why = shelfReason(shelf, variantId, sheet.book);
    return {
      context: named, priceMinor: why?.priceMinor ?? null, listUnitMinor: why?.listUnitMinor ?? null, bookId: why?.bookId ?? null, bookName: why?.bookName ?? null, because: why?.because ?? null,
      promotions: why?.promotions.map(({ name }) => name) ?? [], isOther: (why?.priceMinor ?? null) !== plainMinor,
    };
  });
  return { variantId, sku: variant.sku, title: variant.title, currency: sheet.market.currency, at: sheet.at, plainMinor, cells, drifts: sheet.drifts.filter((drift) => drift.variantId === variantId) };
}
