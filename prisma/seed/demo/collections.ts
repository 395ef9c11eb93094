import { seedId } from '../seed-id';

/** By handle; which products are in them is told by the catalogue. */
export const demoCollections = [
  { handle: 'autumn-knit', title: 'Autumn knit' },
  { handle: 'camp-kitchen', title: 'Camp kitchen' },
  { handle: 'kids', title: 'Kids' },
  { handle: 'new-arrivals', title: 'New arrivals' },
  { handle: 'gifts', title: 'Gifts' },
].map((collection) => ({ id: seedId(`collection:${collection.handle}`), ...collection }));
