import { openMilli } from '@oneshelf/domain-orders';
import { shippingByRate } from '@oneshelf/domain-pricing';
import type { planReturn } from '@oneshelf/domain-returns';
import type { Order } from '@oneshelf/server-orders';

/** What was paid for sending an order, and whether anything of it is still to be handed over. */
export function shippingToReturn(order: Order): Pick<Parameters<typeof planReturn>[0], 'shipping'> {
  const shares = shippingByRate({ ...order.quote, lines: order.lines });
  const sum = (amount: 'totalMinor' | 'taxMinor'): number => shares.reduce((total, share) => total + share[amount], 0);
  return shares.length === 0 ? {} : { shipping: { totalMinor: sum('totalMinor'), taxMinor: sum('taxMinor'), isOpen: order.lines.some((line) => openMilli(line) > 0) } };
}
