import { productShape } from './product-shape';

it.each([
  ['Merino Crew Sweater', 'Knitwear', 'garment'],
  ['Kids Beck Boots', 'Kids', 'footwear'],
  ['Rove 20 Backpack', 'Packs', 'pack'],
  ['Bivvy 1 Tent', 'Tents and sleeping', 'tent'],
  ['Cast Iron Camp Oven', 'Camp kitchen', 'pot'],
  ['A Year on the Fell', 'Books and maps', 'book'],
  ['Bothy Bed Socks', 'Accessories', 'sock'],
  ['Wollpullover', 'Strick', 'garment'],
  ['Something else', 'Sundries', 'parcel'],
])('%s of %s is drawn as a %s', (title, department, kind) => {
  expect(productShape(title, department).kind).toBe(kind);
});
