import { weightOfEntry } from './weight-entry';

it('INV-152 reads a weight with a point or a comma, and no other text', () => {
  expect(['12.34', '12,34', ' 7 ', '0.001'].map(weightOfEntry)).toEqual([12_340, 12_340, 7000, 1]);
  expect(['', '0', '-1', '1.2345', 'a', '1 2', '1234567'].map(weightOfEntry)).toEqual(Array(7).fill(null));
});
