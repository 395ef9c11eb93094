import type { DepartmentFacts } from './department';

const boots = ['38', '39', '40', '41', '42', '43', '44', '45'];
const shoes = ['38', '40', '41', '42', '43', '44'];

export const footwear: DepartmentFacts = {
  name: 'Footwear',
  brand: 'Fieldhouse',
  taxClass: 'standard',
  firstNumber: 340,
  categories: [
    {
      name: 'Boots',
      prefix: 'BOO',
      listingType: 'BOOT',
      sizes: boots,
      products: [
        { title: 'Suede Hill Boots', price: 12900, grams: 1050, material: 'Suede', colours: ['Rust'], text: 'Suede boots with a soft collar and a sole that grips wet rock. They need no breaking in.' },
        { title: 'Fellmaster Leather Boots', price: 18500, grams: 1380, material: 'Full-grain leather', colours: ['Brown'], text: 'One piece of 2.6 mm leather, stitched so that they can be resoled.' },
        { title: 'Tarn Waterproof Mid Boots', price: 14500, grams: 960, material: 'Nylon and leather', colours: ['Slate'], text: 'A light waterproof boot for day walks with a medium pack.' },
        { title: 'Ghyll Winter Boots', price: 15900, grams: 1220, material: 'Leather and wool', colours: ['Black'], in: ['new-arrivals'], text: 'Lined with wool felt and fit for flexible crampons.' },
        { title: 'Farmgate Wellington Boots', price: 6500, grams: 1750, material: 'Natural rubber', colours: ['Olive'], text: 'Natural rubber with a cotton lining and a heel kick to pull them off.' },
        { title: 'Drover Chelsea Boots', price: 13900, grams: 1000, material: 'Waxed leather', colours: ['Peat'], text: 'Waxed leather that takes a scuff well. Pull tabs front and back.' },
        { title: 'Longway Trekking Boots', price: 19900, grams: 1460, material: 'Nubuck', colours: ['Slate'], text: 'A stiff, high boot for heavy packs and rough ground.' },
      ],
    },
    {
      name: 'Shoes',
      prefix: 'SHO',
      listingType: 'SHOES',
      sizes: shoes,
      products: [
        { title: 'Scree Approach Shoes', price: 10500, grams: 760, material: 'Suede and rubber', colours: ['Stone', 'Petrol'], text: 'Sticky rubber to the toe for scrambles, cushioned enough for the walk in.' },
        { title: 'Swift Trail Runners', price: 9800, grams: 540, material: 'Recycled mesh', colours: ['Sky', 'Black'], in: ['new-arrivals'], text: '4 mm lugs, a 6 mm drop and a rock plate. For paths that are barely there.' },
        { title: 'Path Walking Shoes', price: 8900, grams: 720, material: 'Nubuck', colours: ['Peat', 'Slate'], text: 'A low walking shoe with a waterproof lining for towpaths and town.' },
        { title: 'Beck River Sandals', price: 5900, grams: 520, material: 'Webbing', colours: ['Black', 'Moss'], text: 'Three straps, a sole that drains, and nothing that stays wet.' },
        { title: 'Camp Felt Slippers', price: 3900, grams: 310, material: 'Wool felt', colours: ['Charcoal', 'Rust'], in: ['gifts', 'camp-kitchen'], text: 'Felt slippers with a rubber sole, for the hut and the kitchen.' },
      ],
    },
    {
      name: 'Socks',
      prefix: 'SOC',
      listingType: 'SOCKS',
      sizes: ['36-38', '39-42', '43-46'],
      products: [
        { title: 'Fell Walking Socks', price: 1600, grams: 90, material: 'Merino blend', colours: ['Moss', 'Slate'], in: ['gifts'], text: 'Cushioned under the heel and toe, flat at the seam. Sold by the pair.' },
        { title: 'Fell Liner Socks', price: 1100, grams: 40, material: 'Merino blend', colours: ['Black'], text: 'Thin liners that take the rub in place of the skin.' },
        { title: 'Swift Running Socks', price: 1200, grams: 45, material: 'Recycled nylon', colours: ['Sky', 'Rust'], text: 'Low, light socks with a tab at the heel.' },
        { title: 'Bothy Bed Socks', price: 1800, grams: 120, material: 'Lambswool', colours: ['Claret', 'Oatmeal'], in: ['gifts', 'autumn-knit'], text: 'Thick ribbed lambswool for cold tents and stone floors.' },
      ],
    },
  ],
};
