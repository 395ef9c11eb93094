import { readState, requestOfState, writeState } from './simulation-state';

const jacket = '01900000-0000-7000-8000-000000000001';
const read = (query: string) => readState(new URLSearchParams(query));

it('stands in the URL and comes back from it', () => {
  const query = `?market=GB&channel=web-gb&at=2026-12-24T10%3A00&items=${jacket}*2&codes=TEN%2CTWO`;
  expect(writeState(read(query))).toBe(`?market=GB&channel=web-gb&at=2026-12-24T10%3A00&items=${jacket}*2&codes=TEN%2CTWO`.replace('*', '*'));
  expect(read(query)).toMatchObject({ items: [{ variantId: jacket, quantity: 2 }], codes: ['TEN', 'TWO'], groups: [] });
});

it('leaves out of a link what cannot be in a cart', () => {
  expect(read(`items=${jacket}*1000000000,nonsense*1,${jacket}*-1,${jacket}`).items).toEqual([{ variantId: jacket, quantity: 1 }]);
});

it('asks for the clock of the stores, or for now', () => {
  const asked = { zone: 'Europe/Berlin', nowIso: '2026-11-22T10:00:00.000Z', locale: 'de' as const, candidate: null };
  expect(requestOfState(read(`market=DE&channel=web-de&items=${jacket}&at=2026-12-24T10:00&ship=495&orders=3`), asked)).toMatchObject({ at: '2026-12-24T09:00:00.000Z', shippingMinor: 495, ordersBefore: 3, locationId: null, locale: 'de' });
  expect(requestOfState(read(`market=DE&channel=web-de&items=${jacket}`), asked)).toMatchObject({ at: asked.nowIso, shippingMinor: null });
  expect(requestOfState(read('market=DE&channel=web-de'), asked)).toBeNull();
});
