import type { DepartmentFacts } from './department';

export const packs: DepartmentFacts = {
  name: 'Packs',
  brand: 'Fieldhouse',
  taxClass: 'standard',
  firstNumber: 420,
  categories: [
    {
      name: 'Day packs',
      prefix: 'BAC',
      listingType: 'BACKPACK',
      products: [
        { title: 'Rove 20 Backpack', price: 6500, grams: 620, material: 'Recycled nylon', colours: ['Petrol', 'Ochre', 'Black'], text: 'A 20-litre pack with a laptop sleeve that also holds a water bladder.' },
        { title: 'Rove 28 Backpack', price: 7900, grams: 780, material: 'Recycled nylon', colours: ['Petrol', 'Moss', 'Black'], in: ['new-arrivals'], text: '28 litres, a framed back and a rain cover in its own pocket.' },
        { title: 'Saddler Canvas Rucksack', price: 11500, grams: 1100, material: 'Waxed cotton', colours: ['Olive', 'Peat'], in: ['gifts'], text: 'Waxed cotton and bridle leather. The straps can be replaced at the counter.' },
        { title: 'Wisp Packable Daypack', price: 2900, grams: 110, material: 'Ripstop nylon', colours: ['Sky', 'Rust', 'Slate'], in: ['gifts'], text: '16 litres that fold into a pouch as big as a lemon.' },
        { title: 'Swift Running Vest', price: 7500, grams: 210, material: 'Recycled mesh', colours: ['Black'], sizes: ['S', 'M', 'L'], text: 'Carries two soft flasks, a jacket and lunch without a bounce.' },
        { title: 'Roll-Top Commuter', price: 8900, grams: 890, material: 'Recycled polyester', colours: ['Slate', 'Ochre'], text: 'Welded roll-top, side access and a light loop.' },
        { title: 'Sprig Kids Backpack', price: 3500, grams: 340, material: 'Recycled polyester', brand: 'Fieldhouse Sprig', colours: ['Ochre', 'Petrol', 'Claret'], in: ['kids'], text: 'Ten litres with a chest strap and a whistle.' },
      ],
    },
    {
      name: 'Trekking packs',
      prefix: 'TRK',
      listingType: 'BACKPACK',
      sizes: ['S/M', 'M/L'],
      products: [
        { title: 'Longway 45 Pack', price: 13500, grams: 1450, material: 'Recycled nylon', colours: ['Petrol', 'Rust'], text: 'For hut to hut: 45 litres, a hip belt with pockets and an adjustable back.' },
        { title: 'Longway 60 Pack', price: 16500, grams: 1780, material: 'Recycled nylon', colours: ['Petrol', 'Slate'], text: 'A week with a tent. 60 litres, a lid that becomes a hip bag, and access from the front.' },
        { title: 'Longway 75 Expedition Pack', price: 19900, grams: 2150, material: 'Recycled nylon', colours: ['Black'], text: 'For loads above 18 kg, with an aluminium frame.' },
      ],
    },
    {
      name: 'Bags and cases',
      prefix: 'BAG',
      listingType: 'LUGGAGE',
      products: [
        { title: 'Haul Duffel', price: 8500, grams: 980, material: 'Laminated polyester', colours: ['Ochre', 'Black'], sizes: ['40 L', '70 L'], sizeStep: 2000, text: 'A wipe-clean duffel with shoulder straps that stow away.' },
        { title: 'Hip Pack 3', price: 2800, grams: 160, material: 'Recycled nylon', colours: ['Moss', 'Rust', 'Black'], text: 'Three litres at the waist or across the chest.' },
        { title: 'Dry Bag', price: 1400, grams: 70, material: 'Coated nylon', colours: ['Sky', 'Ochre'], sizes: ['5 L', '10 L', '20 L'], sizeStep: 400, text: 'Roll it three times and it keeps the water out. Not for diving.' },
        { title: 'Packing Cubes, Set of Three', price: 2600, grams: 180, material: 'Recycled polyester', colours: ['Slate', 'Petrol'], text: 'Small, medium and large cubes with a mesh window.' },
        { title: 'Canvas Market Tote', price: 1800, grams: 260, material: 'Organic cotton', colours: ['Ecru', 'Olive'], in: ['gifts'], text: 'Stout canvas with long handles and a bottle pocket inside.' },
        { title: 'Wash Bag', price: 2200, grams: 130, material: 'Recycled polyester', colours: ['Navy', 'Moss'], text: 'Hangs from a branch or a hook and opens flat.' },
        { title: 'Pack Rain Cover', price: 1600, grams: 90, material: 'Coated nylon', colours: ['Ochre'], sizes: ['20-35 L', '40-60 L'], sizeStep: 400, text: 'A bright cover with a drain hole and a leash.' },
      ],
    },
  ],
};
