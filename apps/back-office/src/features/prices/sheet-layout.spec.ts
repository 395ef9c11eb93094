/** @jest-environment jsdom */
import { GIVEN_VIEW } from './sheet/column-view';
import { keepLayout, readLayout } from './sheet-layout';

it('keeps a layout a market, and gives the given one where nothing readable was kept', () => {
  const layout = { view: { order: ['sku', 'list'], hidden: ['web'], frozen: 2 }, widths: { list: 120 }, sort: { columnId: 'list', direction: 'descending' as const } };
  keepLayout('GB', layout);
  expect([readLayout('GB'), readLayout('DE')]).toEqual([layout, { view: GIVEN_VIEW, widths: {}, sort: null }]);
  window.localStorage.setItem('oneshelf.price-sheet.GB', '{"view":{"order":"x","frozen":"2"},"widths":{"list":"wide"},"sort":{"columnId":"list","direction":"up"}}');
  expect(readLayout('GB')).toEqual({ view: GIVEN_VIEW, widths: {}, sort: null });
  window.localStorage.setItem('oneshelf.price-sheet.GB', 'no json');
  expect(readLayout('GB')).toEqual({ view: GIVEN_VIEW, widths: {}, sort: null });
});
