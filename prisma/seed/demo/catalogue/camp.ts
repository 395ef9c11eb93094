import type { DepartmentFacts } from './department';

export const camp: DepartmentFacts = {
  name: 'Tents and sleeping',
  brand: 'Fieldhouse Tarn',
  taxClass: 'standard',
  firstNumber: 500,
  categories: [
    {
      name: 'Tents',
      prefix: 'TEN',
      listingType: 'TENT',
      products: [
        { title: 'Bivvy 1 Tent', price: 19500, grams: 1180, colours: ['Moss'], material: 'Ripstop nylon', text: 'A one-person tent that pitches with a single pole in four minutes.' },
        { title: 'Corrie Tent', price: 29500, grams: 1950, colours: ['Moss', 'Ochre'], sizes: ['2 person', '3 person'], sizeStep: 6000, material: 'Ripstop nylon', text: 'Two doors, two porches and poles that clip on. It stands without pegs.' },
        { title: 'Corrie Winter Tent', price: 42500, grams: 2680, colours: ['Rust'], sizes: ['2 person'], material: 'Ripstop nylon', text: 'The Corrie with a third pole, snow skirts and a solid inner.' },
        { title: 'Meadow Family Tent', price: 34900, grams: 9200, colours: ['Olive'], sizes: ['4 person', '6 person'], sizeStep: 12000, material: 'Polyester', text: 'Standing room, a dark bedroom and a porch for wet boots.' },
        { title: 'Meadow Bell Tent', price: 48500, grams: 21000, colours: ['Ecru'], material: 'Cotton canvas', text: 'A four-metre bell in cotton canvas with a zipped-in groundsheet.' },
        { title: 'Drystone Tarp', price: 7500, grams: 540, colours: ['Moss', 'Slate'], sizes: ['3 x 3 m', '3 x 4 m'], sizeStep: 1800, material: 'Ripstop polyester', text: 'Sixteen tie-outs and four lines. A roof between any two trees.' },
        { title: 'Tent Footprint', price: 3500, grams: 260, sizes: ['2 person', '3 person'], sizeStep: 800, material: 'Ripstop polyester', text: 'Saves the floor of a Corrie from stones and damp.' },
        { title: 'Y-Pegs, Pack of Eight', price: 1400, grams: 110, contents: [{ quantityMilli: 8000, unit: 'piece' }], material: 'Aluminium', text: 'Aluminium pegs that hold in soft ground, with a pull cord on each.' },
      ],
    },
    {
      name: 'Sleeping bags',
      prefix: 'SLE',
      listingType: 'SLEEPING_BAG',
      products: [
        { title: 'Fern 2-Season Sleeping Bag', price: 7500, grams: 980, colours: ['Moss', 'Navy'], sizes: ['Regular', 'Long'], sizeStep: 800, material: 'Recycled polyester', text: 'Comfortable to 6 °C. Opens out flat as a quilt.' },
        { title: 'Bracken 3-Season Sleeping Bag', price: 13500, grams: 1150, colours: ['Rust', 'Slate'], sizes: ['Regular', 'Long'], sizeStep: 1000, material: 'Recycled polyester', text: 'Comfortable to 0 °C with a draught collar and a two-way zip.' },
        { title: 'Crag Down Sleeping Bag', price: 24500, grams: 890, colours: ['Ochre'], sizes: ['Regular', 'Long'], sizeStep: 1500, material: 'Traceable down', text: '750-fill down, comfortable to -4 °C. Comes with a storage sack.' },
        { title: 'Silk Liner', price: 4500, grams: 130, colours: ['Sky', 'Claret'], material: 'Silk', in: ['gifts'], text: 'Keeps the bag clean and adds a few degrees.' },
        { title: 'Camp Blanket', price: 6900, grams: 850, colours: ['Claret', 'Lichen'], material: 'Recycled wool blend', in: ['gifts', 'autumn-knit'], text: 'A checked blanket with poppers down one edge, so that it becomes a wrap.' },
      ],
    },
    {
      name: 'Mats and furniture',
      prefix: 'MAT',
      listingType: 'SLEEPING_MAT',
      products: [
        { title: 'Drift Air Mat', price: 9500, grams: 480, colours: ['Petrol'], sizes: ['Regular', 'Wide'], sizeStep: 1500, material: 'Ripstop nylon', text: '7 cm thick, R-value 3.4, inflated with the pump sack that comes with it.' },
        { title: 'Drift Self-Inflating Mat', price: 7500, grams: 890, colours: ['Moss'], sizes: ['Regular', 'Wide'], sizeStep: 1200, material: 'Polyester and foam', text: 'Open the valve, put the kettle on, lie down.' },
        { title: 'Folding Foam Mat', price: 2900, grams: 410, colours: ['Slate', 'Ochre'], material: 'Foam', text: 'Closed-cell foam that cannot go flat.' },
        { title: 'Air Pillow', price: 1900, grams: 85, colours: ['Sky', 'Slate'], material: 'Brushed polyester', text: 'A brushed cover over an air core. Two breaths fill it.' },
        { title: 'Perch Camp Chair', price: 8500, grams: 960, colours: ['Rust', 'Moss'], material: 'Aluminium and mesh', in: ['camp-kitchen'], text: 'Packs to the size of a loaf and holds 120 kg.' },
        { title: 'Perch Camp Table', price: 9500, grams: 1450, material: 'Aluminium', in: ['camp-kitchen'], text: 'A roll-up table top on folding legs. Takes a hot pan.' },
      ],
    },
  ],
};
