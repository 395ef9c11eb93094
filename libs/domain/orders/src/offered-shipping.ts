/** A way to send an order, with the orders that it is for. Bounds belong to what they bound. */
export interface ShippingMethod {
  methodId: string;
  feeMinor: number;
  /** The fee is for each piece. */
  isPerUnit?: boolean;
  /** Where it goes; absent: everywhere. */
  countries?: readonly string[];
  /** What the goods cost the buyer, after promotions and with tax. */
  minItemsMinor?: number;
  maxItemsMinor?: number;
  minWeightGrams?: number;
  maxWeightGrams?: number;
}

export interface Parcel {
  itemsMinor: number;
  weightGrams: number;
  units: number;
  /** Absent: not known yet, so no method is ruled out by it. */
  country?: string;
}

/** The methods that take the parcel, in the order given, each with its fee (ORD-7). */
export const offeredShipping = <Method extends ShippingMethod>(methods: readonly Method[], parcel: Parcel): (Method & { amountMinor: number })[] =>
  methods.filter((method) => takes(method, parcel)).map((method) => ({ ...method, amountMinor: method.isPerUnit === true ? method.feeMinor * parcel.units : method.feeMinor }));

const takes = ({ countries, minItemsMinor, maxItemsMinor, minWeightGrams, maxWeightGrams }: ShippingMethod, { itemsMinor, weightGrams, country }: Parcel): boolean =>
  (countries === undefined || country === undefined || countries.includes(country)) && isWithin(itemsMinor, minItemsMinor, maxItemsMinor) && isWithin(weightGrams, minWeightGrams, maxWeightGrams);

const isWithin = (value: number, least = -Infinity, most = Infinity): boolean => value >= least && value <= most;
