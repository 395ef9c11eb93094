import { adultSizes, shortSizes, type DepartmentFacts } from './department';

export const outerwear: DepartmentFacts = {
  name: 'Outerwear',
  brand: 'Fieldhouse Tarn',
  taxClass: 'standard',
  firstNumber: 180,
  categories: [
    {
      name: 'Waterproofs',
      prefix: 'JAC',
      listingType: 'COAT',
      sizes: adultSizes,
      products: [
        { title: 'Tarn 3-Layer Jacket', price: 24000, grams: 430, material: 'Recycled nylon', colours: ['Petrol', 'Rust'], in: ['new-arrivals'], text: 'Our most waterproof shell: taped seams, a hood that turns with the head and pit zips for the climb.' },
        { title: 'Tarn Light Jacket', price: 16500, grams: 260, material: 'Recycled nylon', colours: ['Sky', 'Black'], text: 'A 2.5-layer jacket that lives in the bottom of the pack until the weather turns.' },
        { title: 'Beck Rain Jacket', price: 9500, grams: 340, material: 'Recycled polyester', colours: ['Moss', 'Navy'], text: 'An everyday rain jacket with a mesh lining. Good for showers and the walk to work.' },
        { title: 'Moorland Parka', price: 21000, grams: 1150, material: 'Cotton and polyester', colours: ['Olive', 'Navy'], text: 'A long waxed-look parka with a removable lining and a two-way zip.' },
        { title: 'Squall Smock', price: 13500, grams: 520, material: 'Recycled nylon', colours: ['Petrol', 'Ochre'], text: 'A pull-on smock with one big front pocket for a map. Sheds rain, blocks wind.' },
        { title: 'Cagoule in a Bag', price: 5900, grams: 210, material: 'Recycled nylon', colours: ['Ochre', 'Petrol'], text: 'A simple waterproof that packs into its own pocket. Keep one in the car.' },
      ],
    },
    {
      name: 'Insulated jackets',
      prefix: 'INS',
      listingType: 'COAT',
      sizes: adultSizes,
      products: [
        { title: 'Crag Down Jacket', price: 19500, grams: 390, material: 'Traceable down', colours: ['Ochre', 'Black'], text: '750-fill down in small baffles that do not shift. Packs into its own pocket.' },
        { title: 'Crag Hooded Down Jacket', price: 22500, grams: 450, material: 'Traceable down', colours: ['Petrol', 'Rust'], text: 'The Crag with a fitted hood and a longer back.' },
        { title: 'Ghyll Synthetic Jacket', price: 14500, grams: 420, material: 'Recycled polyester', colours: ['Moss', 'Black'], in: ['new-arrivals'], text: 'Synthetic filling that stays warm when wet and goes in the washing machine.' },
        { title: 'Ghyll Insulated Gilet', price: 9900, grams: 270, material: 'Recycled polyester', colours: ['Navy', 'Claret'], text: 'Warm where it counts. Worn over a fleece or under a shell.' },
        { title: 'Basecamp Belay Coat', price: 28500, grams: 720, material: 'Recycled nylon', colours: ['Black'], text: 'A roomy coat to throw over everything when you stop moving.' },
      ],
    },
    {
      name: 'Fleeces',
      prefix: 'FLE',
      listingType: 'SWEATER',
      sizes: adultSizes,
      products: [
        { title: 'Pasture Fleece', price: 5500, grams: 330, material: 'Recycled polyester', colours: ['Oatmeal', 'Navy'], in: ['gifts'], text: 'A plain zip fleece in recycled yarn. Two hand pockets, nothing to catch.' },
        { title: 'Pasture High-Pile Fleece', price: 8500, grams: 480, material: 'Recycled polyester', colours: ['Ecru', 'Rust'], text: 'Thick pile, a contrast chest pocket and a stand collar.' },
        { title: 'Ridge Grid Fleece', price: 7500, grams: 260, material: 'Recycled polyester', colours: ['Slate', 'Petrol'], text: 'A gridded inside that lifts moisture away when you work hard.' },
        { title: 'Ridge Fleece Vest', price: 4900, grams: 210, material: 'Recycled polyester', colours: ['Moss', 'Black'], text: 'The Ridge without sleeves, cut to layer.' },
        { title: 'Pasture Overshirt', price: 7900, grams: 520, material: 'Recycled wool blend', colours: ['Claret', 'Moss'], in: ['autumn-knit'], text: 'A wool overshirt with two buttoned pockets. Half shirt, half jacket.' },
      ],
    },
    {
      name: 'Trousers',
      prefix: 'TRO',
      listingType: 'PANTS',
      sizes: shortSizes,
      products: [
        { title: 'Fell Walking Trousers', price: 6900, grams: 340, material: 'Nylon and elastane', colours: ['Peat', 'Slate'], text: 'Stretch where the knee bends, a zipped thigh pocket and a brushed waistband.' },
        { title: 'Fell Convertible Trousers', price: 7900, grams: 380, material: 'Nylon and elastane', colours: ['Stone', 'Slate'], text: 'Zip off below the knee. The zips are colour-coded left and right.' },
        { title: 'Scree Softshell Trousers', price: 9900, grams: 470, material: 'Nylon and elastane', colours: ['Black', 'Peat'], text: 'Wind-proof softshell with scuff patches at the ankle.' },
        { title: 'Tarn Overtrousers', price: 8500, grams: 290, material: 'Recycled nylon', colours: ['Black'], text: 'Waterproof overtrousers with side zips that open over boots.' },
        { title: 'Canvas Camp Trousers', price: 6500, grams: 560, material: 'Organic cotton', colours: ['Ochre', 'Olive'], text: 'Double-kneed cotton canvas for wood, mud and fire.' },
        { title: 'Fell Walking Shorts', price: 4900, grams: 220, material: 'Nylon and elastane', colours: ['Stone', 'Navy'], text: 'Above-knee walking shorts that dry as you go.' },
      ],
    },
  ],
};
