/** Why a case may differ. The name is what the report shows; each is found by what the case holds. */
export const rules = {
  largestRemainder: 'the cents that are left when a discount is shared go to the largest remainders, ties by line id (PRM-3); they go by place in the list',
  noWeightNoShare: 'what costs nothing gets no share of a discount (PRM-5); they share evenly',
  roundedOnTheLine: 'a percentage is rounded once on the line (PRM-3); they round it for each unit',
  setsTakeTheCheapest: 'a set of units takes the cheapest or the dearest, whatever the order of the lines (PRM-6, PRM-10); they take the first lines',
  tiesByLineId: 'of units that cost the same the line with the lower id gives first (PRM-10); they take another line',
  percentOfWhatIsLeft: 'a percentage is of what is left to pay when its turn comes (PRM-4); they take each from the list price',
  partlyReducedUnits: 'an earlier discount lies on all units of its line alike; they take it whole from the units that come next',
  linesBeforeBasket: 'line promotions run before those of the basket (PRM-14); they run as they come',
  taxOncePerRate: 'tax is rounded once per rate on the document (TAX-3); they round unit prices before and after tax',
  taxModesOfABook: 'a book has all prices with tax or all without; they mix both in one basket',
} as const;
