import type { DepartmentFacts } from './department';

/** What is sold as one and made of other goods; they stand beside the catalogue, so that nothing of it moves. */
export const sets: DepartmentFacts = {
  name: 'Camp kitchen',
  brand: 'Fieldhouse',
  taxClass: 'standard',
  firstNumber: 970,
  categories: [
    {
      name: 'Sets',
      prefix: 'SET',
      listingType: 'COOKWARE_SET',
      collections: ['camp-kitchen'],
      products: [
        { title: 'Camp Breakfast Set', price: 5900, grams: 1010, material: 'Enamelled steel', text: 'Two enamel bowls, two plates and a set of sporks: breakfast for two, sold as one and packed from the shelf.' },
        { title: 'Trail Coffee Kit', price: 3900, grams: 320, material: 'Stainless steel', text: 'An insulated tumbler and a set of sporks in one box, packed in our warehouse.' },
      ],
    },
  ],
};
