import { holdStep, isSecured } from './hold-step';

const now = new Date('2026-11-24T12:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('PAY-13 a hold that ends', () => {
  const step = (endsInHours: number | null, waitsOnly: boolean, isCardKept: boolean) => holdStep({ endsAt: endsInHours === null ? null : inHours(endsInHours), waitsOnly, isCardKept }, now);

  it('is kept while it lasts for more than a day', () => {
    expect([step(25, false, true), step(25, true, true)]).toEqual(['keep', 'keep']);
  });

  it('is let go while the order only waits for goods: it is asked for again when they come', () => {
    expect([step(24, true, true), step(-1, true, false), step(null, true, true)]).toEqual(['let_go', 'let_go', 'let_go']);
  });

  it('is renewed where goods are there or have left and the card was kept, else the shopper is asked once it is over', () => {
    expect([step(24, false, true), step(null, false, true), step(1, false, false), step(0, false, false), step(null, false, false)]).toEqual(['renew', 'renew', 'keep', 'ask', 'ask']);
  });
});

describe('PAY-14 goods leave against money only', () => {
  const card = (status: string, captureBefore: Date | null = null) => ({ kind: 'card_online', status, captureBefore });

  it('that was taken, or can still be taken', () => {
    const all = [card('captured'), card('capturing'), card('authorised'), card('authorised', inHours(1)), { kind: 'external', status: 'authorised', captureBefore: null }, { kind: 'external', status: 'pending', captureBefore: null }];
    expect(all.map((payment) => isSecured([payment], now))).toEqual([true, true, true, true, true, true]);
    expect(isSecured([card('cancelled'), card('authorised', inHours(1))], now)).toBe(true);
    expect(isSecured([], now)).toBe(true);
  });

  it('not against a hold that is over, was given back, or never was', () => {
    expect([card('authorised', inHours(0)), card('cancelled'), card('failed'), card('pending'), card('requires_action')].map((payment) => isSecured([payment], now))).toEqual([false, false, false, false, false]);
  });
});
