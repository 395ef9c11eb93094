export interface StockNumbers {
  onHandMilli: number;
  committedMilli: number;
  allottedMilli: number;
  heldMilli: number;
  unavailableMilli: number;
  availableMilli: number;
  overrideMilli: number;
}

/** Numbers as a person reads them: what is for sale is never below zero; what was oversold stands beside it. */
export const shownNumbers = (level: { onHandMilli: number; committedMilli: number; allottedMilli: number; heldMilli: number; unavailableMilli: number; sellableMilli: number; overrideMilli: number }): StockNumbers => ({
  onHandMilli: level.onHandMilli,
  committedMilli: level.committedMilli,
  allottedMilli: level.allottedMilli,
  heldMilli: level.heldMilli,
  unavailableMilli: level.unavailableMilli,
  availableMilli: Math.max(0, level.sellableMilli),
  overrideMilli: level.overrideMilli,
});

const NOTHING: StockNumbers = { onHandMilli: 0, committedMilli: 0, allottedMilli: 0, heldMilli: 0, unavailableMilli: 0, availableMilli: 0, overrideMilli: 0 };

/** The sum of the rows, number by number, so that a total always equals what stands below it. */
export const totalOf = (rows: StockNumbers[]): StockNumbers =>
  rows.reduce<StockNumbers>(
    (sum, row) => ({
      onHandMilli: sum.onHandMilli + row.onHandMilli,
      committedMilli: sum.committedMilli + row.committedMilli,
      allottedMilli: sum.allottedMilli + row.allottedMilli,
      heldMilli: sum.heldMilli + row.heldMilli,
      unavailableMilli: sum.unavailableMilli + row.unavailableMilli,
      availableMilli: sum.availableMilli + row.availableMilli,
      overrideMilli: sum.overrideMilli + row.overrideMilli,
    }),
    NOTHING,
  );
