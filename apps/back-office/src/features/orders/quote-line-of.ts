import type { OrderDetail, OrderLineView, QuoteContract } from '@oneshelf/contracts';

/** The priced line behind an order's line: they stand in the same order. Undefined where they do not agree on the product. */
export function quoteLineOf(order: Pick<OrderDetail, 'lines' | 'quote'>, line: OrderLineView): QuoteContract['lines'][number] | undefined {
  const position = [...order.lines].sort((a, b) => a.line - b.line).findIndex((each) => each.id === line.id);
  const quoted = order.quote?.lines[position];
  return quoted?.variantId === line.variantId ? quoted : undefined;
}
