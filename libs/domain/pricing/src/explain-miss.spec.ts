import type { PromotionMiss } from '@oneshelf/domain-promotions';
import { explainMiss } from './explain-miss';
import { missSentences } from './explain-miss-sentences';
import { explainMisses } from './explain-misses';
import { aBasket, aLine, aPriceBook, aPromotion } from './testing';

const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
const say = (miss: object, locale: 'en' | 'de' = 'en'): string => plain(explainMiss({ promotionId: 'p', name: 'Winter', ...miss } as PromotionMiss, { locale, currency: 'GBP', timeZone: 'Europe/London' }));
const winner = [{ promotionId: 'q', name: 'Friday', amountMinor: 500 }];

describe('explainMiss', () => {
  it('PRC-42 says what is missing with its figures', () => {
    expect(say({ kind: 'spend_too_low', haveMinor: 8760, needMinor: 10_000, missingMinor: 1240 })).toBe('Spend £12.40 more for “Winter”: it needs £100.00, the basket has £87.60.');
    expect(say({ kind: 'quantity_too_low', haveMilli: 2000, needMilli: 3000 })).toBe('“Winter” needs 3, the basket has 2.');
    expect(say({ kind: 'too_few_units', haveUnits: 2, needUnits: 3 }, 'de')).toBe('„Winter“ braucht zusammen 3 Stück, im Korb sind 2.');
    expect(say({ kind: 'step_not_reached', by: 'spend', have: 100, need: 200 })).toBe('“Winter” begins at £2.00, the basket has £1.00.');
    expect(say({ kind: 'step_not_reached', by: 'quantity', have: 1500, need: 2000 }, 'de')).toBe('„Winter“ beginnt bei 2 Stück, im Korb sind 1,5.');
  });

  it('PRC-42 says when, for whom and beaten by what', () => {
    expect(say({ kind: 'not_started', startsAt: '2026-12-01T00:00:00Z' })).toBe('“Winter” does not run before 1 Dec 2026, 00:00.');
    expect(say({ kind: 'ended', endsAt: '2026-07-01T00:00:00Z' }, 'de')).toBe('„Winter“ endete am 01.07.2026, 01:00.');
    expect(say({ kind: 'outside_hours', hours: [{ weekday: 1, fromMinute: 540, toMinute: 600 }, { weekday: 7, fromMinute: 0, toMinute: 1440 }] })).toBe('“Winter” runs at other hours: Mon 09:00–10:00 and Sun 00:00–24:00.');
    expect(say({ kind: 'beaten', by: winner, wouldTakeMinor: 400 })).toBe('“Winter” would take £4.00 off, but is beaten by Friday.');
    expect(say({ kind: 'beaten', by: [], wouldTakeMinor: 400 })).toBe('“Winter” would take £4.00 off, but is beaten by another promotion.');
    expect(say({ kind: 'excluded_by_group', group: 'season', by: winner, wouldTakeMinor: 400 })).toBe('“Winter” is in the group “season” with Friday; one of a group applies.');
    expect(say({ kind: 'usage_limit_reached', uses: 10, usesPerCustomer: null })).toBe('“Winter” has been used as often as it may (10).');
    expect(say({ kind: 'usage_limit_reached', uses: null, usesPerCustomer: 1 })).toBe('This customer has used “Winter” as often as one may (1).');
    expect(say({ kind: 'budget_spent', budgetMinor: 5000, leftMinor: 400 })).toBe('“Winter” has £4.00 left of its budget of £50.00: too little for this basket.');
    expect(say({ kind: 'other_order_number', have: 3, from: 5, to: null })).toBe('“Winter” is for another order of a customer (5–); this is number 3.');
    expect(say({ kind: 'other_order_number', have: null, from: 1, to: 1 }, 'de')).toBe('„Winter“ geht nach der Nummer der Bestellung (1), und dieser Kunde ist nicht bekannt.');
  });

  it('PRC-42 has every sentence in both languages, and fills every place of each', () => {
    expect(Object.keys(missSentences.de)).toEqual(Object.keys(missSentences.en));
    const reasons = [
      { kind: 'other_channel', channelCodes: ['web'] }, { kind: 'other_store', locationIds: ['s'] }, { kind: 'other_customer_group', customerGroups: ['members'] }, { kind: 'coupon_missing' }, { kind: 'code_used' },
      { kind: 'other_loyalty_tier', tiers: ['gold'] }, { kind: 'bought_too_little', haveMinor: 1, needMinor: 2, missingMinor: 1 }, { kind: 'other_payment_method', methods: ['card'] }, { kind: 'other_destination', countries: ['DE'] },
      { kind: 'no_matching_line' }, { kind: 'other_attribute', wanted: [{ name: 'brand', value: 'Ridge' }], have: [{ name: 'brand', value: 'Fell' }] }, { kind: 'other_attribute', wanted: [{ name: 'brand', value: 'Ridge' }], have: [] }, { kind: 'nothing_shipped' }, { kind: 'other_shipping_method', methodIds: ['express'] }, { kind: 'excluded_by_exclusive', by: winner, wouldTakeMinor: 1 }, { kind: 'nothing_left' }, { kind: 'at_floor' }, { kind: 'saves_nothing' },
    ];
    expect(reasons.flatMap((reason) => [say(reason), say(reason, 'de')]).filter((text) => /[{}]|undefined/.test(text) || !text.includes('Winter'))).toEqual([]);
  });

  it('PRC-42 looks at the whole book with the basket’s prices', () => {
    const book = aPriceBook({ promotions: [aPromotion('ten', 1000), aPromotion('web', 2000, { channelCodes: ['web'] }), aPromotion('spend', 2000, { conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 12_000, of: 'list' }] })] });
    const misses = explainMisses(aBasket([aLine('boot')]), book);
    expect(misses.ok ? misses.value.map(({ promotionId, kind }) => [promotionId, kind]) : []).toEqual([['spend', 'spend_too_low'], ['web', 'other_channel']]);
    expect(explainMisses(aBasket([aLine('moon')]), book)).toMatchObject({ ok: false, refusal: { kind: 'unknown_variant' } });
  });
});
