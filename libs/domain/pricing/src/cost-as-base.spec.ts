import { costAsBase } from './cost-as-base';

it('PRC-17 takes the cost with the tax that the prices contain', () => {
  expect([costAsBase(1000, 2000), costAsBase(1000, 0), costAsBase(1, 1900), costAsBase(3, 2000)]).toEqual([1200, 1000, 1, 4]);
});
