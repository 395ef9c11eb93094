import { taxLabel } from './tax-label';

it.each([['VAT 20%', '20%', 'VAT 20%'], ['VAT', '20%', 'VAT 20%'], ['MwSt', '7 %', 'MwSt 7 %']])('%s at %s is written %s', (name, rate, label) => {
  expect(taxLabel(name, rate)).toBe(label);
});
