import { shelfPrice } from './shelf-price';
import { aBasket, aPriceBook, aPromotion } from './testing';

it('PRC-21 leaves out what needs the rest of a basket', () => {
  const { lines: _none, ...context } = aBasket([]);
  const basket = aPromotion('b', 0, { lane: 'basket', reward: { kind: 'basket', on: {}, discount: { percentBasisPoints: 5000 } } });
  expect(shelfPrice(context, 'boot', aPriceBook({ promotions: [aPromotion('p', 1000), basket] }))).toEqual({ priceMinor: 9000, listMinor: 10_000 });
  expect(shelfPrice(context, 'none', aPriceBook())).toBeNull();
});
