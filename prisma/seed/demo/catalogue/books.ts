import type { DepartmentFacts } from './department';

export const books: DepartmentFacts = {
  name: 'Books and maps',
  brand: 'Lowmoor Press',
  taxClass: 'books',
  firstNumber: 820,
  categories: [
    {
      name: 'Books',
      prefix: 'BOK',
      listingType: 'BOOK',
      products: [
        { title: 'Forty Walks from Forty Stations', price: 1499, grams: 420, in: ['gifts'], text: 'Day walks in Britain that begin and end at a platform.' },
        { title: 'The Camp Cook', price: 1899, grams: 780, in: ['gifts', 'camp-kitchen'], text: 'Seventy recipes for one pot and one flame.' },
        { title: 'Knots You Will Use', price: 999, grams: 210, in: ['gifts'], text: 'Twelve knots, drawn large, with a length of cord.' },
        { title: 'A Year on the Fell', price: 1699, grams: 460, in: ['new-arrivals'], text: 'A shepherd’s diary, month by month.' },
        { title: 'Weather by Eye', price: 1299, grams: 290, text: 'What clouds, wind and swallows say about tomorrow.' },
        { title: 'The Small Explorer’s Notebook', price: 799, grams: 240, in: ['kids', 'gifts'], text: 'Sixty things to look for, with room to draw them.' },
        { title: 'Hütte zu Hütte', price: 1599, grams: 380, text: 'Fifteen tours of several days between huts in the Alps, in German.' },
      ],
    },
    {
      name: 'Maps',
      prefix: 'MAP',
      listingType: 'MAP',
      products: [
        { title: 'Walking Map: Northern Lakes', price: 1099, grams: 110, text: 'Scale 1:25,000 on waterproof paper.' },
        { title: 'Walking Map: Yorkshire Dales', price: 1099, grams: 110, text: 'Scale 1:25,000 on waterproof paper.' },
        { title: 'Walking Map: Brecon Hills', price: 1099, grams: 110, text: 'Scale 1:25,000 on waterproof paper.' },
        { title: 'Walking Map: Harz', price: 1199, grams: 115, text: 'Scale 1:30,000 with the names of huts and springs.' },
        { title: 'Walking Map: Sächsische Schweiz', price: 1199, grams: 115, text: 'Scale 1:20,000 with ladders and iron steps marked.' },
      ],
    },
  ],
};
