import { adultSizes, shortSizes, type DepartmentFacts } from './department';

export const knitwear: DepartmentFacts = {
  name: 'Knitwear',
  brand: 'Fieldhouse Croft',
  taxClass: 'standard',
  firstNumber: 100,
  categories: [
    {
      name: 'Sweaters',
      prefix: 'SWE',
      listingType: 'SWEATER',
      sizes: adultSizes,
      collections: ['autumn-knit'],
      products: [
        { title: 'Merino Crew Sweater', price: 6500, grams: 290, material: 'Merino wool', colours: ['Navy', 'Oatmeal'], in: ['gifts'], text: 'A fine-gauge crew neck that goes under a shell or over a shirt. Machine washable at 30 degrees.' },
        { title: 'Merino Roll Neck', price: 7500, grams: 320, material: 'Merino wool', colours: ['Charcoal', 'Moss'], text: 'A close roll neck in soft merino for days when a scarf is too much.' },
        { title: 'Merino V-Neck Sweater', price: 6500, grams: 280, material: 'Merino wool', colours: ['Navy', 'Claret'], text: 'The lightest of our sweaters. Packs down to the size of a water bottle.' },
        { title: 'Harbour Cable Sweater', price: 9800, grams: 640, material: 'Lambswool', colours: ['Cream', 'Navy'], in: ['gifts'], text: 'Six-row cables in undyed lambswool, knitted thick enough to keep off a sea wind.' },
        { title: 'Shepherd Lambswool Crew', price: 7900, grams: 450, material: 'Lambswool', colours: ['Peat', 'Lichen'], text: 'A hard-wearing crew neck with ribbed elbows. It softens with every wash.' },
        { title: 'Donegal Fleck Sweater', price: 8900, grams: 480, material: 'Wool and nylon', colours: ['Slate', 'Rust'], in: ['new-arrivals'], text: 'Flecked yarn in a relaxed shape with saddle shoulders.' },
        { title: 'Ganseyside Fisherman Sweater', price: 11500, grams: 720, material: 'Worsted wool', colours: ['Navy', 'Ecru'], text: 'Knitted tightly in the round in the old harbour way, so it turns a light shower.' },
        { title: 'Ribbed Half-Zip', price: 8500, grams: 430, material: 'Lambswool', colours: ['Moss', 'Charcoal'], text: 'A ribbed half-zip with a stand collar. The zip is covered at the chin.' },
        { title: 'Fair Isle Yoke Sweater', price: 10500, grams: 460, material: 'Shetland wool', colours: ['Heather', 'Lichen'], in: ['gifts', 'new-arrivals'], text: 'A patterned yoke in five colours of Shetland yarn, plain below so that it sits well under straps.' },
        { title: 'Recycled Wool Crew', price: 5900, grams: 420, material: 'Recycled wool blend', colours: ['Slate', 'Claret'], text: 'Spun from garment offcuts, so the colour varies a little from piece to piece.' },
        { title: 'Boat Neck Linen Knit', price: 5500, grams: 260, material: 'Linen and cotton', colours: ['Ecru', 'Sky'], text: 'An open linen knit for warm evenings. It dries within the hour.' },
        { title: 'Moss Stitch Crew', price: 8500, grams: 440, material: 'Lambswool', colours: ['Rust', 'Ecru'], text: 'Moss stitch all over, so that both sides look the same. A little wider in the body.' },
        { title: 'Waffle Stitch Sweater', price: 7500, grams: 460, material: 'Organic cotton', colours: ['Sky', 'Moss'], text: 'A heavy cotton knit for people whom wool makes itch.' },
      ],
    },
    {
      name: 'Cardigans',
      prefix: 'CAR',
      listingType: 'SWEATER',
      sizes: shortSizes,
      collections: ['autumn-knit'],
      products: [
        { title: 'Shawl Collar Cardigan', price: 10900, grams: 680, material: 'Lambswool', colours: ['Peat', 'Navy'], text: 'A heavy cardigan with a deep collar, horn-look buttons and two pockets that hold a flask.' },
        { title: 'Merino Button Cardigan', price: 7900, grams: 330, material: 'Merino wool', colours: ['Charcoal', 'Claret'], text: 'A plain fine-knit cardigan with seven buttons and no fuss.' },
        { title: 'Hill Farm Zip Cardigan', price: 9500, grams: 590, material: 'Wool and nylon', colours: ['Moss', 'Slate'], in: ['new-arrivals'], text: 'A double-ended zip, reinforced cuffs and a pocket at the hip. Our stand-in for a jacket in spring.' },
        { title: 'Boiled Wool Cardigan', price: 9900, grams: 520, material: 'Boiled wool', colours: ['Rust', 'Charcoal'], text: 'Boiled wool holds its shape and sheds drizzle. Cut short to go over a base layer.' },
        { title: 'Alpaca Wrap Cardigan', price: 12500, grams: 410, material: 'Alpaca and wool', colours: ['Oatmeal', 'Heather'], text: 'A long, open cardigan with a belt. Light for its warmth.' },
      ],
    },
    {
      name: 'Knitted vests',
      prefix: 'VES',
      listingType: 'SWEATER',
      sizes: shortSizes,
      collections: ['autumn-knit'],
      products: [
        { title: 'Merino Slipover', price: 4900, grams: 210, material: 'Merino wool', colours: ['Navy', 'Oatmeal'], text: 'A sleeveless knit that warms the middle and leaves the arms free.' },
        { title: 'Cable Slipover', price: 5900, grams: 360, material: 'Lambswool', colours: ['Cream', 'Moss'], text: 'The Harbour cable without sleeves.' },
        { title: 'Fleck Button Vest', price: 6500, grams: 380, material: 'Wool and nylon', colours: ['Slate', 'Peat'], text: 'A buttoned vest in flecked yarn with welt pockets.' },
      ],
    },
  ],
};
