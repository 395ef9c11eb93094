import { PromotionDefinition } from './promotion-definition.contract';

const free = { percentBasisPoints: 10_000 };
const taken = (definition: object): boolean => PromotionDefinition.safeParse(definition).success;

describe('PromotionDefinition', () => {
  it('takes every reward and condition of the engine', () => {
    const lines = { kind: 'lines', per: 'unit', on: { exceptProductIds: ['p'] }, discount: { amountOffMinor: 100 }, furtherUnits: { amountOffMinor: 200 }, maxUnits: 3 };
    const conditions = [{ kind: 'line_quantity_at_least', on: {}, quantityMilli: 3000 }];
    expect(taken({ lane: 'item', reward: lines, conditions, exclusive: 'everywhere', partOf: 'offer' })).toBe(true);
    const get = { on: {}, quantity: 1, discount: free, which: 'equal_or_less', bySpend: [{ from: 0, discount: free }, { from: 4000, discount: free }] };
    expect(taken({ lane: 'item', reward: { kind: 'buy_get', buy: { on: {}, quantity: 1 }, get } })).toBe(true);
    expect(taken({ lane: 'shipping', reward: { kind: 'shipping', discount: free, per: 'charge' } })).toBe(true);
  });

  it('refuses what the engine would not know', () => {
    const lines = { kind: 'lines', per: 'line', on: {}, discount: free, furtherUnits: free };
    expect(taken({ lane: 'item', reward: lines })).toBe(false);
    expect(taken({ lane: 'item', reward: { ...lines, per: 'unit' }, exclusive: 'sometimes' })).toBe(false);
    expect(taken({ lane: 'shipping', reward: { kind: 'shipping', discount: free, per: 'parcel' } })).toBe(false);
  });
});
