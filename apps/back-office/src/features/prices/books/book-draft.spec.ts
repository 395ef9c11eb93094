import { PriceBookSettings } from '@oneshelf/contracts';
import { codeFrom, EMPTY_BOOK, formOf, problemsOf, settingsOf } from './book-draft';

it('reads and writes a book without changing it, times on the clocks of the stores', () => {
  const settings = PriceBookSettings.parse({
    name: 'Members', customerGroup: 'VIP', isEvent: true, activeFrom: '2026-12-01T00:00:00.000Z', activeTo: '2026-12-24T23:00:00.000Z', priority: 3,
    derivedFrom: { bookId: '01935000-0000-7000-8000-000000000001', formula: { percentBasisPoints: -1000, ending: { endsInMinor: 99, stepMinor: 100 } } },
  });
  const form = formOf(settings, 'members', 'Europe/Berlin');
  expect([form.from, form.to]).toEqual(['2026-12-01T01:00', '2026-12-25T00:00']);
  expect(settingsOf(form, 'Europe/Berlin')).toEqual(settings);
  expect(settingsOf({ ...EMPTY_BOOK, name: ' List ', source: 'cost' }, 'UTC')).toMatchObject({ name: 'List', derivedFrom: { bookId: null, versionId: null } });
});

it('says what must be mended', () => {
  const good = { ...EMPTY_BOOK, name: 'Members', code: 'members' };
  expect(problemsOf(good)).toEqual([]);
  expect(problemsOf({ ...good, name: 'M', code: 'No Code' })).toEqual(['name', 'code']);
  expect(problemsOf({ ...good, from: '2026-12-02T00:00', to: '2026-12-02T00:00' })).toEqual(['window']);
  expect(problemsOf({ ...good, isEvent: true, from: '2026-12-02T00:00' })).toEqual(['event']);
  expect(codeFrom('Märkte & VIP 2027 ')).toBe('markte-vip-2027');
});
