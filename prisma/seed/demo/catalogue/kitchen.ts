import type { DepartmentFacts } from './department';

export const kitchen: DepartmentFacts = {
  name: 'Camp kitchen',
  brand: 'Fieldhouse',
  taxClass: 'standard',
  firstNumber: 580,
  categories: [
    {
      name: 'Cookware',
      prefix: 'COO',
      listingType: 'COOKWARE_SET',
      collections: ['camp-kitchen'],
      products: [
        { title: 'Hearth Cook Set', price: 5900, grams: 640, sizes: ['2 person', '4 person'], sizeStep: 2500, material: 'Anodised aluminium', in: ['gifts'], text: 'Two pots, a pan and a gripper that nest around a gas canister.' },
        { title: 'Titanium Solo Pot', price: 4500, grams: 105, sizes: ['750 ml', '1100 ml'], sizeStep: 1000, material: 'Titanium', text: 'A light pot with folding handles and a strainer lid.' },
        { title: 'Cast Iron Skillet', price: 3900, grams: 1900, sizes: ['20 cm', '26 cm'], sizeStep: 1200, material: 'Cast iron', in: ['gifts'], text: 'Seasoned with rapeseed oil and ready for the fire.' },
        { title: 'Cast Iron Camp Oven', price: 7900, grams: 5200, sizes: ['4 L', '6 L'], sizeStep: 1800, material: 'Cast iron', text: 'Three legs and a rimmed lid to heap embers on. Bakes bread.' },
        { title: 'Enamel Kettle', price: 3200, grams: 720, colours: ['Cream', 'Moss', 'Navy'], material: 'Enamelled steel', text: 'A 1.5-litre kettle that whistles on hobs and blackens well on fires.' },
        { title: 'Fire Tripod', price: 4900, grams: 2100, material: 'Steel', text: 'Three legs and a chain to hang a pot as high as the fire asks.' },
        { title: 'Folding Fire Grill', price: 3500, grams: 850, material: 'Stainless steel', text: 'Stands over embers on four legs and slips into a sleeve.' },
      ],
    },
    {
      name: 'Stoves',
      prefix: 'STO',
      listingType: 'CAMPING_STOVE',
      collections: ['camp-kitchen'],
      products: [
        { title: 'Ember Gas Stove', price: 3900, grams: 88, material: 'Steel and brass', text: 'Screws on to a canister and boils a litre in four minutes. Gas is not included.' },
        { title: 'Ember Windproof Stove', price: 9500, grams: 390, material: 'Aluminium', in: ['new-arrivals'], text: 'A burner and a pot in one, made for wind and cold.' },
        { title: 'Twig Wood Stove', price: 4500, grams: 420, material: 'Stainless steel', text: 'Burns a handful of sticks with hardly any smoke. Folds flat.' },
        { title: 'Hearth Two-Burner Stove', price: 11900, grams: 4300, material: 'Steel', text: 'Two 3 kW burners with wind shields, for tables and tailgates.' },
        { title: 'Fold-Out Fire Pit', price: 12900, grams: 6800, material: 'Stainless steel', text: 'A raised fire that leaves no scar on the grass.' },
      ],
    },
    {
      name: 'Tableware',
      prefix: 'MUG',
      listingType: 'DRINKING_CUP',
      collections: ['camp-kitchen'],
      products: [
        { title: 'Enamel Mug', price: 1100, grams: 140, colours: ['Cream', 'Moss', 'Navy', 'Rust'], material: 'Enamelled steel', in: ['gifts'], text: 'A 350 ml mug with a steel rim. Chips tell where it has been.' },
        { title: 'Enamel Bowl', price: 1200, grams: 190, colours: ['Cream', 'Moss', 'Navy'], material: 'Enamelled steel', text: 'Deep enough for stew, flat enough to stack.' },
        { title: 'Enamel Plate', price: 1200, grams: 210, colours: ['Cream', 'Moss', 'Navy'], material: 'Enamelled steel', text: 'A 24 cm plate with a raised rim.' },
        { title: 'Insulated Tumbler', price: 2400, grams: 260, colours: ['Petrol', 'Rust', 'Black'], material: 'Stainless steel', in: ['gifts'], text: 'Keeps coffee hot for four hours and fits a cup holder.' },
        { title: 'Spork Set of Four', price: 1400, grams: 60, material: 'Cornstarch plastic', text: 'Four colours, so that nobody argues whose it is.' },
        { title: 'Beech Spoon and Spatula', price: 1600, grams: 120, material: 'Beech', text: 'Oiled beech from one board, on a leather loop.' },
      ],
    },
    {
      name: 'Flasks and coffee',
      prefix: 'FLA',
      listingType: 'WATER_BOTTLE',
      collections: ['camp-kitchen'],
      products: [
        { title: 'Fieldhouse Flask', price: 2900, grams: 420, colours: ['Moss', 'Black', 'Ochre'], sizes: ['0.5 L', '1 L'], sizeStep: 700, material: 'Stainless steel', in: ['gifts'], text: 'Tea for the whole day. The lid is the cup.' },
        { title: 'Spring Water Bottle', price: 1600, grams: 150, colours: ['Sky', 'Rust', 'Slate'], material: 'Recycled plastic', text: 'A wide mouth, a litre mark and no taste.' },
        { title: 'Pour-Over Cone', price: 1900, grams: 90, material: 'Stainless steel', text: 'Folds flat and needs no paper.' },
        { title: 'Hand Coffee Grinder', price: 4500, grams: 390, material: 'Steel and beech', in: ['gifts', 'new-arrivals'], text: 'Steel burrs and twelve settings. Grinds for two cups in a minute.' },
        { title: 'Cool Bag', price: 3900, grams: 680, colours: ['Olive', 'Sky'], sizes: ['12 L', '20 L'], sizeStep: 1200, material: 'Recycled polyester', text: 'Keeps lunch cold until the top, and supper cold until the camp.' },
      ],
    },
  ],
};
