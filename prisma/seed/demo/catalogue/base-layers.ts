import { shortSizes, type DepartmentFacts } from './department';

export const baseLayers: DepartmentFacts = {
  name: 'Base layers',
  brand: 'Fieldhouse Tarn',
  taxClass: 'standard',
  firstNumber: 260,
  categories: [
    {
      name: 'Tops',
      prefix: 'TOP',
      listingType: 'SHIRT',
      sizes: shortSizes,
      products: [
        { title: 'Merino 150 T-Shirt', price: 4500, grams: 140, material: 'Merino wool', colours: ['Navy', 'Moss'], text: 'A light merino T-shirt that can be worn for days before it needs a wash.' },
        { title: 'Merino 150 Long Sleeve', price: 5500, grams: 170, material: 'Merino wool', colours: ['Charcoal', 'Claret'], text: 'The same light merino with long sleeves and flat seams under the straps.' },
        { title: 'Merino 200 Crew', price: 6500, grams: 220, material: 'Merino wool', colours: ['Black', 'Petrol'], text: 'A warmer base layer for winter, with a dropped back hem.' },
        { title: 'Merino 200 Half-Zip', price: 7500, grams: 250, material: 'Merino wool', colours: ['Black', 'Rust'], in: ['new-arrivals'], text: 'Opens to cool down on the climb, zips up for the ridge.' },
        { title: 'Merino 260 Hooded Top', price: 8900, grams: 330, material: 'Merino wool', colours: ['Slate'], text: 'Our warmest base layer. The hood fits under a helmet.' },
        { title: 'Swift Wicking T-Shirt', price: 2800, grams: 120, material: 'Recycled polyester', colours: ['Sky', 'Rust'], text: 'A quick-drying T-shirt for running and hot days.' },
        { title: 'Swift Long Sleeve', price: 3400, grams: 150, material: 'Recycled polyester', colours: ['Slate', 'Ochre'], text: 'Sun protection of factor 30 and thumb loops at the cuffs.' },
        { title: 'Organic Cotton Camp Tee', price: 2400, grams: 180, material: 'Organic cotton', colours: ['Ecru', 'Moss'], in: ['gifts'], text: 'A heavy cotton T-shirt with a small tent printed on the chest. For after the walk.' },
        { title: 'Brushed Check Shirt', price: 5900, grams: 290, material: 'Organic cotton', colours: ['Claret', 'Lichen'], in: ['autumn-knit'], text: 'Brushed twill in a wide check. Goes well under a slipover.' },
        { title: 'Linen Camp Shirt', price: 5500, grams: 190, material: 'Linen', colours: ['Ecru', 'Sky'], text: 'An open-collared linen shirt that looks right creased.' },
      ],
    },
    {
      name: 'Bottoms',
      prefix: 'LEG',
      listingType: 'PANTS',
      sizes: shortSizes,
      products: [
        { title: 'Merino 200 Leggings', price: 6500, grams: 190, material: 'Merino wool', colours: ['Black', 'Charcoal'], text: 'Warm leggings with a wide waistband that does not dig in under a hip belt.' },
        { title: 'Merino 150 Boxers', price: 2800, grams: 80, material: 'Merino wool', colours: ['Navy', 'Black'], text: 'Flat-seamed merino boxers for long days.' },
        { title: 'Merino 150 Briefs', price: 2400, grams: 50, material: 'Merino wool', colours: ['Black', 'Claret'], text: 'Light merino briefs with a covered waistband.' },
        { title: 'Swift Running Shorts', price: 3500, grams: 110, material: 'Recycled polyester', colours: ['Slate', 'Rust'], text: 'Split-side shorts with a mesh lining and a pocket for a gel.' },
        { title: 'Swift Running Tights', price: 4500, grams: 200, material: 'Recycled polyester', colours: ['Black'], text: 'Stretch tights with a zipped key pocket and reflective ankles.' },
      ],
    },
  ],
};
