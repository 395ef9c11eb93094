import type { PromotionAnswer, PromotionDefinition } from '@oneshelf/contracts';
import { candidateOf, draftOf, emptyDraft, type PromotionDraft, requestOf } from './promotion-draft';
import { formOf, newReward, rewardForms } from './reward-forms';

const zone = 'Europe/London';
const nowMs = Date.parse('2026-11-22T10:00:00Z');
const draft = (more: Partial<PromotionDraft> = {}, definition: Partial<PromotionDefinition> = {}): PromotionDraft => {
  const empty = emptyDraft('GB', { zone, nowMs });
  return { ...empty, name: 'Winter', ...more, definition: { ...empty.definition, ...definition } };
};
const problems = (given: PromotionDraft): string[] => {
  const checked = requestOf(given, zone);
  return 'problems' in checked ? checked.problems.map(({ part, code }) => `${part} ${code}`) : [];
};

it('begins with a whole sentence for the week from tomorrow, on the stores\' clock', () => {
  expect(emptyDraft('GB', { zone, nowMs })).toMatchObject({ start: '2026-11-23T00:00', end: '2026-11-30T00:00' });
  expect(emptyDraft('GB', { zone, nowMs: Date.parse('2026-10-20T10:00:00Z') })).toMatchObject({ start: '2026-10-21T00:00', end: '2026-10-28T00:00' });
  expect(requestOf(draft(), zone)).toMatchObject({ request: { name: 'Winter', marketCode: 'GB', startsAt: '2026-11-23T00:00:00.000Z', endsAt: '2026-11-30T00:00:00.000Z' } });
});

it('makes a promotion of every form that can be published as it stands, but for a gift that must be chosen', () => {
  for (const form of rewardForms) {
    const made = newReward(form);
    expect([form, formOf(made.reward), problems(draft({}, made))]).toEqual([form, form, form === 'gift' ? ['what gift_unnamed'] : []]);
  }
});

it('keeps on save what it has no blank for', () => {
  const definition: PromotionDefinition = {
    lane: 'item', priority: 3, channelCodes: [], partOf: 'offer', conditions: [], customerGroups: ['staff'],
    reward: { kind: 'buy_get', buy: { on: {}, quantity: 1 }, get: { on: { attributes: [{ name: 'colour', value: 'red' }] }, quantity: 1, discount: { percentBasisPoints: 5000 }, which: 'cheapest', bySpend: [{ from: 0, discount: { percentBasisPoints: 1000 } }] } },
  };
  const published: PromotionAnswer = { id: 'p', code: 'c', name: 'Offer', marketCode: 'GB', definition, startsAt: '2026-11-01T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z', state: 'running', release: 4, usage: null };
  expect(requestOf(draftOf(published, zone), zone)).toEqual({ request: { name: 'Offer', marketCode: 'GB', definition, startsAt: published.startsAt, endsAt: published.endsAt } });
});

it('says what is wrong by the part of the sentence, and takes an emptied limit as none', () => {
  expect(problems(draft({ name: ' ' }))).toEqual(['name too_small']);
  expect(problems(draft({ end: '2026-11-01T00:00' }))).toEqual(['when end_before_start']);
  expect(problems(draft({ start: '' }))).toEqual(['when missing']);
  expect(problems(draft({}, { reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: NaN } } }))).toEqual(['what missing']);
  expect(problems(draft({}, { reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: 1000 }, maxUnits: 1_000_000_000 } }))).toEqual(['what too_big']);
  expect(problems(draft({}, newReward('quantity')))).toEqual([]);
  expect(problems(draft({}, { ...newReward('quantity'), reward: { kind: 'tiers', by: 'quantity', on: {}, steps: [{ from: 3000, discount: { percentBasisPoints: 1000 } }, { from: 3000, discount: { percentBasisPoints: 2000 } }] } }))).toEqual(['what steps_order']);
  expect(problems(draft({}, { coupon: { codes: ['A\u0000B'] } }))).toEqual(['who code_characters', 'who code_too_short']);
  expect(problems(draft({}, { coupon: { codes: ['JULY26', 'july-26'] } }))).toEqual(['who code_twice']);
  expect(problems(draft({}, { conditions: [{ kind: 'destination', countries: ['D1'] }] }))).toEqual(['who country_letters']);
  expect(problems(draft({}, { limits: { uses: NaN, budgetMinor: NaN } }))).toEqual([]);
  expect(JSON.stringify(requestOf(draft({}, { limits: { uses: NaN } }), zone))).not.toContain('limits');
});

it('can be asked about before it has a name, not before it is whole', () => {
  expect(candidateOf(draft({ name: '' }), { zone, promotionId: null, unnamed: 'Your draft' })).toMatchObject({ promotionId: null, name: 'Your draft' });
  expect(candidateOf(draft({ end: '' }), { zone, promotionId: null, unnamed: 'Your draft' })).toBeNull();
});
