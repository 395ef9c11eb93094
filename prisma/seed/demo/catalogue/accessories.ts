import { gloveSizes, type DepartmentFacts } from './department';

export const accessories: DepartmentFacts = {
  name: 'Accessories',
  brand: 'Fieldhouse Croft',
  taxClass: 'standard',
  firstNumber: 660,
  categories: [
    {
      name: 'Hats',
      prefix: 'HAT',
      listingType: 'HAT',
      products: [
        { title: 'Ribbed Watch Cap', price: 2400, grams: 80, colours: ['Navy', 'Moss', 'Rust', 'Oatmeal'], material: 'Lambswool', in: ['autumn-knit', 'gifts'], text: 'A ribbed lambswool cap, worn turned up or pulled down.' },
        { title: 'Merino Beanie', price: 2200, grams: 50, colours: ['Charcoal', 'Claret', 'Petrol'], material: 'Merino wool', in: ['autumn-knit'], text: 'Thin enough for under a helmet or a hood.' },
        { title: 'Fair Isle Bobble Hat', price: 2900, grams: 110, colours: ['Heather', 'Lichen'], material: 'Shetland wool', in: ['autumn-knit', 'gifts'], text: 'Goes with the yoke sweater. The bobble comes off for the wash.' },
        { title: 'Waxed Field Cap', price: 3500, grams: 120, colours: ['Olive', 'Peat'], sizes: ['S/M', 'L/XL'], material: 'Waxed cotton', text: 'A six-panel cap in waxed cotton with a tartan lining.' },
        { title: 'Wide Brim Sun Hat', price: 2900, grams: 90, colours: ['Stone', 'Moss'], sizes: ['S/M', 'L/XL'], material: 'Recycled nylon', text: 'Packs flat, floats, and has a cord for the wind.' },
        { title: 'Swift Running Cap', price: 1900, grams: 50, colours: ['Black', 'Sky'], material: 'Recycled polyester', text: 'A mesh-backed cap that folds into a pocket.' },
      ],
    },
    {
      name: 'Gloves and scarves',
      prefix: 'GLO',
      listingType: 'GLOVES',
      products: [
        { title: 'Merino Liner Gloves', price: 2200, grams: 45, colours: ['Black', 'Charcoal'], sizes: gloveSizes, material: 'Merino wool', text: 'Thin gloves for phone and map. Wear them alone or under mitts.' },
        { title: 'Ghyll Insulated Gloves', price: 4500, grams: 140, colours: ['Black', 'Rust'], sizes: gloveSizes, material: 'Recycled nylon', text: 'Waterproof, with a leather palm and a cuff that closes over a sleeve.' },
        { title: 'Boiled Wool Mittens', price: 3500, grams: 120, colours: ['Charcoal', 'Claret'], sizes: gloveSizes, material: 'Boiled wool', in: ['autumn-knit', 'gifts'], text: 'Thick mittens that keep warm even when they are wet.' },
        { title: 'Lambswool Scarf', price: 3900, grams: 180, colours: ['Navy', 'Rust', 'Lichen', 'Oatmeal'], material: 'Lambswool', in: ['autumn-knit', 'gifts'], text: 'Woven in Yorkshire, 30 by 180 cm, with a short fringe.' },
        { title: 'Merino Neck Gaiter', price: 1900, grams: 45, colours: ['Slate', 'Petrol', 'Claret'], material: 'Merino wool', in: ['gifts'], text: 'Scarf, hat or mask. One piece without a seam.' },
        { title: 'Cable Snood', price: 3200, grams: 160, colours: ['Cream', 'Moss'], material: 'Lambswool', in: ['autumn-knit'], text: 'The Harbour cable, closed in a ring.' },
      ],
    },
    {
      name: 'Belts and straps',
      prefix: 'BEL',
      listingType: 'APPAREL_BELT',
      products: [
        { title: 'Leather Belt', price: 3900, grams: 210, colours: ['Brown', 'Black'], sizes: ['85', '90', '95', '100'], material: 'Bridle leather', in: ['gifts'], text: 'Bridle leather 35 mm wide with a solid brass buckle.' },
        { title: 'Webbing Belt', price: 1800, grams: 95, colours: ['Moss', 'Slate'], sizes: ['S/M', 'L/XL'], material: 'Recycled polyester', text: 'A flat buckle that sits well under a hip belt.' },
        { title: 'Utility Straps, Pair', price: 900, grams: 60, colours: ['Black', 'Ochre'], material: 'Webbing', text: 'Two 90 cm straps with cam buckles.' },
      ],
    },
    {
      name: 'Lights and tools',
      prefix: 'LAM',
      listingType: 'FLASHLIGHT',
      products: [
        { title: 'Beacon 400 Head Torch', price: 4500, grams: 85, colours: ['Black', 'Ochre'], text: '400 lumens, a red light and a USB-C charge that lasts a winter night.' },
        { title: 'Beacon Lantern', price: 3900, grams: 240, colours: ['Moss', 'Cream'], in: ['camp-kitchen', 'gifts'], text: 'Warm light for a table of six. Dims to a night light.' },
        { title: 'Festoon Camp Lights', price: 2900, grams: 310, in: ['camp-kitchen'], text: 'Ten bulbs on a ten-metre cord, powered by USB.' },
        { title: 'Folding Pocket Knife', price: 3500, grams: 70, material: 'Steel and beech', colours: ['Beech', 'Walnut'], text: 'A 7 cm blade that does not lock. Sold to adults only.' },
        { title: 'Carbon Trekking Poles', price: 9900, grams: 430, colours: ['Black'], material: 'Carbon', text: 'Three sections, cork grips and a lever that holds. Sold as a pair.' },
        { title: 'Aluminium Trekking Poles', price: 5500, grams: 540, colours: ['Petrol', 'Rust'], material: 'Aluminium', text: 'The same pole in aluminium: heavier, cheaper, hard to break.' },
        { title: 'Baseplate Compass', price: 2400, grams: 40, in: ['gifts'], text: 'A clear plate with scales for 1:25,000 and 1:50,000 and a steady needle.' },
        { title: 'Emergency Shelter', price: 3200, grams: 350, colours: ['Rust'], sizes: ['2 person', '4 person'], sizeStep: 1000, material: 'Ripstop nylon', text: 'Pull it over the group and sit on the edge. Warm within minutes.' },
        { title: 'First Aid Kit', price: 2600, grams: 280, text: 'What a walking leader carries, in a pouch that opens flat.' },
        { title: 'Boot Wax', price: 900, grams: 110, contents: [{ quantityMilli: 85_000, unit: 'g' }], text: 'Beeswax and pine resin for leather. One tin does four pairs.' },
        { title: 'Reproofing Wash', price: 1200, grams: 360, sizes: ['300 ml', '1 L'], contents: [{ quantityMilli: 300_000, unit: 'ml' }, { quantityMilli: 1000, unit: 'l' }], sizeStep: 1400, text: 'Washes and reproofs shells in one go, without fluorocarbons.' },
      ],
    },
    {
      name: 'Raw wax',
      prefix: 'WAX',
      listingType: 'RAW_MATERIALS',
      products: [
        // Cast by hand: its price is of a kilogram, and a block usually weighs one (demo-weighed.ts).
        { title: 'Beeswax Block', price: 2400, grams: 1000, material: 'Beeswax', text: 'Cast by hand from one keeper’s hives, so no block weighs what another does. For jackets, boots and thread.' },
      ],
    },
  ],
};
