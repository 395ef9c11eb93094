import { kidsSizes, type DepartmentFacts } from './department';

export const kids: DepartmentFacts = {
  name: 'Kids',
  brand: 'Fieldhouse Sprig',
  taxClass: 'childrens-clothing',
  firstNumber: 740,
  categories: [
    {
      name: 'Kids outerwear',
      prefix: 'KJA',
      listingType: 'COAT',
      sizes: kidsSizes,
      collections: ['kids'],
      products: [
        { title: 'Kids Puddle Jacket', price: 4500, grams: 260, material: 'Recycled polyester', colours: ['Ochre', 'Petrol'], text: 'Waterproof, taped, and with a name label inside.' },
        { title: 'Kids Puddle Trousers', price: 3500, grams: 240, material: 'Recycled polyester', colours: ['Petrol', 'Moss'], text: 'Braces, foot loops and knees that last.' },
        { title: 'Kids Ghyll Jacket', price: 6500, grams: 290, material: 'Recycled polyester', colours: ['Rust', 'Navy'], in: ['new-arrivals'], text: 'The Ghyll made small, with a cuff that lets down as they grow.' },
        { title: 'Kids Pasture Fleece', price: 2800, grams: 190, material: 'Recycled polyester', colours: ['Oatmeal', 'Claret'], text: 'A warm fleece with a zip that small hands can manage.' },
        { title: 'Kids All-in-One Suit', price: 5900, grams: 420, material: 'Recycled polyester', colours: ['Moss', 'Rust'], sizes: ['1-2', '2-3', '3-4', '5-6'], text: 'One zip from chin to ankle. Lined with fleece.' },
      ],
    },
    {
      name: 'Kids knitwear',
      prefix: 'KKN',
      listingType: 'SWEATER',
      sizes: kidsSizes,
      collections: ['kids', 'autumn-knit'],
      products: [
        { title: 'Kids Merino Crew', price: 3900, grams: 160, material: 'Merino wool', colours: ['Navy', 'Rust'], text: 'Soft merino that does not itch. Machine washable.' },
        { title: 'Kids Fair Isle Sweater', price: 4500, grams: 220, material: 'Lambswool', colours: ['Heather', 'Lichen'], in: ['gifts'], text: 'The grown-up yoke in four small sizes.' },
        { title: 'Kids Cable Cardigan', price: 4200, grams: 240, material: 'Lambswool', colours: ['Cream', 'Moss'], text: 'Big buttons and long cuffs to turn up.' },
        { title: 'Kids Merino Slipover', price: 3200, grams: 120, material: 'Merino wool', colours: ['Claret'], text: 'Warm in the middle and free in the arms.' },
        { title: 'Kids Ribbed Hat', price: 1500, grams: 60, material: 'Lambswool', colours: ['Ochre', 'Navy', 'Claret'], sizes: ['3-6', '7-10'], in: ['gifts'], text: 'The watch cap for smaller heads.' },
        { title: 'Kids Mittens on a String', price: 1600, grams: 60, material: 'Boiled wool', colours: ['Rust', 'Moss'], sizes: ['2-4', '5-7'], text: 'Joined by a cord that runs through the sleeves.' },
      ],
    },
    {
      name: 'Kids clothing',
      prefix: 'KCL',
      listingType: 'SHIRT',
      sizes: kidsSizes,
      collections: ['kids'],
      products: [
        { title: 'Kids Camp Tee', price: 1400, grams: 100, material: 'Organic cotton', colours: ['Sky', 'Ochre'], text: 'A cotton T-shirt with a badger in a tent.' },
        { title: 'Kids Merino Base Layer Top', price: 3200, grams: 110, material: 'Merino wool', colours: ['Petrol', 'Claret'], text: 'Warm next to the skin, long in the back.' },
        { title: 'Kids Merino Leggings', price: 2900, grams: 100, material: 'Merino wool', colours: ['Charcoal'], text: 'To go under everything from November to March.' },
        { title: 'Kids Fell Trousers', price: 3500, grams: 220, material: 'Nylon and elastane', colours: ['Stone', 'Navy'], text: 'Stretchy trousers with an adjustable waist and double knees.' },
        { title: 'Kids Brushed Check Shirt', price: 2900, grams: 150, material: 'Organic cotton', colours: ['Claret'], text: 'The check shirt, soft enough to sleep in.' },
        { title: 'Kids Fell Socks, Two Pairs', price: 1400, grams: 80, material: 'Merino blend', colours: ['Moss', 'Rust'], sizes: ['24-27', '28-31', '32-35'], text: 'Two pairs, because one is always in the wash.' },
      ],
    },
    {
      name: 'Kids footwear',
      prefix: 'KBO',
      listingType: 'BOOT',
      sizes: ['26', '28', '30', '32', '34'],
      collections: ['kids'],
      products: [
        { title: 'Kids Farmgate Wellies', price: 2800, grams: 720, material: 'Natural rubber', colours: ['Ochre', 'Moss'], text: 'With handles to pull and a reflective band.' },
        { title: 'Kids Beck Boots', price: 5500, grams: 560, material: 'Suede and nylon', colours: ['Slate'], text: 'Waterproof walking boots with one-pull laces.' },
      ],
    },
  ],
};
