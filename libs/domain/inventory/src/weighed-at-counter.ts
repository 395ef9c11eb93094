/** The first of these that is priced once it lies on the scale: no web shop sells it (INV-154); null: none is. */
export const weighedAtCounter = <Goods extends { usualWeightGrams: number | null }>(goods: readonly (Goods | undefined)[]): Goods | null =>
  goods.find((one) => one !== undefined && one.usualWeightGrams !== null) ?? null;
