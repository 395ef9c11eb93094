import type { DepartmentFacts } from './department';

/** Sold from the sack, the drum and the reel: a price is of one kilogram, litre or metre. */
export const byMeasure: DepartmentFacts = {
  name: 'By weight and metre',
  brand: 'Fieldhouse',
  taxClass: 'standard',
  firstNumber: 940,
  categories: [
    {
      name: 'From the sack and the reel',
      prefix: 'LOO',
      listingType: 'LOOSE',
      products: [
        { title: 'Alder Smoking Chips, Loose', price: 800, grams: 1000, unit: 'kg', material: 'Alder wood', text: 'Dry alder from one wood. Say how much; we weigh it.' },
        { title: 'Wood Fuel Pellets, Loose', price: 320, grams: 1000, unit: 'kg', material: 'Spruce wood', text: 'For pocket stoves. Half a kilogram boils a litre four times.' },
        { title: 'Accessory Cord 5 mm', price: 160, grams: 20, unit: 'm', colours: ['Rust', 'Petrol'], material: 'Polyamide', text: 'Cut from the reel, to the centimetre.' },
        { title: 'Lamp Oil, Refill', price: 950, grams: 800, unit: 'l', text: 'Clear, without a smell. Bring a bottle.' },
      ],
    },
  ],
};
