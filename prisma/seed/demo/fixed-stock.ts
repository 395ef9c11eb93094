/** Opening units by SKU and location code that stories and pictures count on; at other places there are none. */
export const fixedStock: Record<string, Record<string, number>> = {
  // Merino Crew Sweater, Navy / M. In the promotion; on many shelves.
  'SWE-10003': { SOHO: 12, LEEDS: 8, MANC: 6, EDIN: 5, 'LEEDS-WH': 60, BERL: 9, MUNC: 4 },
  // Suede Hill Boots, Rust / 42. Only the warehouse has them.
  'BOO-34005': { 'LEEDS-WH': 24 },
  // Ribbed Watch Cap, Rust. The last one anywhere.
  'HAT-66003': { SOHO: 1 },
  // A Year on the Fell. Not out yet: it can be preordered.
  'BOK-82301': {},
  // Beeswax Block. Each is paid by its weight.
  'WAX-68601': { SOHO: 6, LEEDS: 5, YORK: 8 },
  // Rove 20 Backpack, Petrol. Few at Leeds, more behind it: for a short pick that goes to another place.
  'BAC-42001': { LEEDS: 2, MANC: 9, 'LEEDS-WH': 15 },
  // By measure: kilograms, metres and litres, at some shops only.
  'LOO-94001': { SOHO: 18.5, LEEDS: 6.25 },
  'LOO-94101': { SOHO: 42.75, LEEDS: 30 },
  'LOO-94201': { SOHO: 87.4, LEEDS: 60 },
  'LOO-94202': { SOHO: 64.2 },
  'LOO-94301': { SOHO: 11.5 },
};
