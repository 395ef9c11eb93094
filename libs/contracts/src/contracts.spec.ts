import * as contracts from './index';

const isEvent = (value: unknown): value is contracts.EventType<unknown> => typeof value === 'object' && value !== null && 'name' in value && 'schema' in value && /\.v\d+$/.test(String(value.name));
const events = Object.values(contracts as Record<string, unknown>).filter(isEvent);

describe('contracts', () => {
  it('name each event once, by module, fact and version', () => {
    expect(events.length).toBeGreaterThan(10);
    expect(new Set(events.map((event) => event.name)).size).toBe(events.length);
    expect(events.map((event) => event.name).filter((name) => !/^[a-z-]+\.[a-z-]+\.v\d+$/.test(name))).toEqual([]);
  });

  it('refuse a coupon code of punctuation alone, which every shopper would have, and one of two letters between dashes', () => {
    const [refused, taken] = [['---', '- -', '- A B -', 'AB-', '2', 'A_B_C'], ['JULY-26', 'äöü', '- A B C -', '１２３']];
    const reward = { kind: 'basket', on: {}, discount: { percentBasisPoints: 1000 } };
    const promotion = (code: string) => ({ name: 'Summer', marketCode: 'GB', startsAt: '2027-07-01T00:00:00Z', endsAt: '2027-07-08T00:00:00Z', definition: { lane: 'basket', coupon: { codes: ['JULY-27', code] }, reward } });
    expect([...refused, ...taken].filter((code) => contracts.CreatePromotionRequest.safeParse(promotion(code)).success)).toEqual(taken);
  });

  it('refuse a till operation whose amounts are not whole, and one of a kind that nobody knows', () => {
    const envelope = { id: '019b76da-a800-732e-b405-3a014d31c0ec', epoch: 1, sequence: 1, madeAt: '2026-11-21T10:00:00.000Z' };
    const shift = { shiftId: envelope.id, staffId: envelope.id, staffName: 'Sam', floatMinor: 100, currency: 'GBP', openedAt: envelope.madeAt };
    expect(contracts.TillOperation.safeParse({ ...envelope, kind: 'open_shift', payload: shift }).success).toBe(true);
    expect(contracts.TillOperation.safeParse({ ...envelope, kind: 'open_shift', payload: { ...shift, floatMinor: 99.5 } }).success).toBe(false);
    expect(contracts.TillOperation.safeParse({ ...envelope, kind: 'gift', payload: shift }).success).toBe(false);
  });
});
