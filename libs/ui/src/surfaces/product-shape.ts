/** What a picture shows when nobody took one: the outline of the kind of thing, told by the words of its title and department. */
export interface ProductShape { kind: string; /** Of an SVG of 120 × 90. */ path: string }

// The first that fits wins: a title says more than a department, and "tent pegs" are no tent but near enough.
const shapes: readonly (ProductShape & { words: RegExp })[] = [
  { kind: 'footwear', words: /boot|shoe|sandal|trainer|sneaker|slipper|stiefel|schuh/i, path: 'M34 24h22l3 24c9 5 26 6 30 14v7H34z' },
  { kind: 'sock', words: /sock|glove|mitten|handschuh/i, path: 'M48 18h20v32c0 4 2 6 6 9l7 5c5 4 1 10-5 8L54 64c-4-2-6-6-6-10z' },
  { kind: 'tent', words: /tent|tarp|bivvy|shelter|zelt/i, path: 'M60 20 96 70H70L60 46 50 70H24z' },
  { kind: 'sleep', words: /sleeping|mat\b|pillow|blanket|throw|schlaf|decke/i, path: 'M24 36h60a14 14 0 0 1 0 28H24zM84 43a7 7 0 1 0 .1 0z' },
  { kind: 'pack', words: /pack|bag|tote|duffel|pouch|rucksack|tasche/i, path: 'M50 24a10 8 0 0 1 20 0h4a8 8 0 0 1 8 8v32a6 6 0 0 1-6 6H44a6 6 0 0 1-6-6V32a8 8 0 0 1 8-8zm-4 22v16h28V46z' },
  { kind: 'cup', words: /mug|cup|flask|bottle|tasse|becher|flasche/i, path: 'M40 26h34v8h6a8 8 0 0 1 8 8v4a10 10 0 0 1-10 10h-4v4a8 8 0 0 1-8 8H48a8 8 0 0 1-8-8zm34 14v10h3a5 5 0 0 0 5-5v-5z' },
  { kind: 'pot', words: /pan|pot|oven|stove|kitchen|kettle|spoon|knife|grill|topf|kocher/i, path: 'M52 24h16v6h18v6H34v-6h18zM36 40h48v22a8 8 0 0 1-8 8H44a8 8 0 0 1-8-8zm-10 4h8v6h-8zm60 0h8v6h-8z' },
  { kind: 'book', words: /book|map|guide|walk|journal|notebook|buch|karte/i, path: 'M30 24c12-4 22-3 30 3 8-6 18-7 30-3v42c-12-4-22-3-30 3-8-6-18-7-30-3z' },
  { kind: 'hat', words: /hat\b|cap\b|beanie|scarf|mütze|schal/i, path: 'M34 54c0-18 10-30 26-30s26 12 26 30zm-4 4h60v10H30z' },
  { kind: 'legs', words: /trouser|short|legging|tights|jean|hose/i, path: 'M40 18h40l5 54H68l-8-34-8 34H35z' },
  { kind: 'garment', words: /jacket|coat|shirt|sweater|knit|cardigan|fleece|jersey|vest|gilet|dress|suit|hoodie|layer|outerwear|kids|jacke|hemd|pullover/i, path: 'M46 20c4 5 24 5 28 0l20 12-8 16-8-4v28H42V44l-8 4-8-16z' },
  { kind: 'light', words: /lamp|lantern|torch|light|candle|lampe/i, path: 'M52 18h16v6h4v6l6 8v26a6 6 0 0 1-6 6H48a6 6 0 0 1-6-6V38l6-8v-6h4zm-2 24v20h20V42z' },
];
const parcel: ProductShape = { kind: 'parcel', path: 'M34 28h22v14l4-3 4 3V28h22v42H34z' };

export function productShape(title: string, department: string): ProductShape {
  return shapes.find(({ words }) => words.test(title)) ?? shapes.find(({ words }) => words.test(department)) ?? parcel;
}
