import { offeredShipping } from '@oneshelf/domain-orders';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type BasketInput, type BasketShipping, type PriceBook, type Quote, quoteBasket } from '@oneshelf/domain-pricing';
import type { Channel, ChannelShippingMethod } from '@oneshelf/server-organisation';

export interface ShippingOption {
  methodId: string;
  names: ChannelShippingMethod['names'];
  amountMinor: number;
}

export type ShippingRefusal =
  | { kind: 'not_delivered_there'; country: string; countries: string[]; message: string }
  | { kind: 'unknown_shipping_method'; methodId: string; methodIds: string[]; message: string };

export interface ChosenShipping {
  options: ShippingOption[];
  /** Undefined: this channel sends for nothing. */
  charge: BasketShipping | undefined;
}

interface Parcel {
  channel: Channel;
  country: string;
  /** What the shopper picked; the cheapest where nothing was, or where it is not on offer for this basket. */
  wanted: string | undefined;
}

/** How a basket can be sent and what that costs, by the value of its goods (ORD-7). */
export function chooseShipping(basket: BasketInput, itemsMinor: number, { channel, country, wanted }: Parcel): Result<ChosenShipping, ShippingRefusal> {
  const methods = channel.shippingMethods;
  if (methods.length === 0) return ok({ options: [], charge: undefined });
  if (wanted !== undefined && !methods.some(({ methodId }) => methodId === wanted)) {
    return refuse({ kind: 'unknown_shipping_method', methodId: wanted, methodIds: methods.map(({ methodId }) => methodId), message: `There is no way to send it called ${wanted}. Nothing was ordered; choose one of ${methods.map(({ methodId }) => methodId).join(', ')}.` });
  }
  const units = basket.lines.reduce((sum, line) => sum + Math.ceil(line.quantityMilli / 1000), 0);
  const offered = offeredShipping(methods, { itemsMinor, weightGrams: 0, units, country });
  const chosen = offered.find(({ methodId }) => methodId === wanted) ?? [...offered].sort((a, b) => a.amountMinor - b.amountMinor)[0];
  if (!chosen) {
    const countries = [...new Set(methods.flatMap((method) => method.countries))].sort();
    return refuse({ kind: 'not_delivered_there', country, countries, message: `This shop does not deliver to ${country}. Nothing was ordered; send it to one of ${countries.join(', ')}, or collect it in a store.` });
  }
  const { methodId, amountMinor, taxClass } = chosen;
  return ok({
    options: offered.map((option) => ({ methodId: option.methodId, names: option.names, amountMinor: option.amountMinor })),
    charge: { chargeId: 'parcel', methodId, amountMinor, ...(taxClass === undefined ? {} : { taxClass }) },
  });
}

/** What the goods of a quote cost the buyer, after promotions and with tax. */
export const itemsOf = ({ lines }: Pick<Quote, 'lines'>): number => lines.reduce((sum, line) => sum + line.totalMinor, 0);

/** The goods alone, without what is used of limited promotions: a first guess, which costs no statement. */
export function guessItems(basket: BasketInput, book: PriceBook): number {
  const guess = quoteBasket(basket, book);
  return guess.ok ? itemsOf(guess.value) : 0;
}
