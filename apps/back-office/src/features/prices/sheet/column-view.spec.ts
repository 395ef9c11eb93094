import { arranged, GIVEN_VIEW, shownColumns } from './column-view';
import { frozenColumns, priceColumn } from './testing';

const columns = [...frozenColumns, priceColumn('list'), priceColumn('web'), priceColumn('list@6000')];
const ids = (places: readonly number[]) => places.map((place) => columns[place]?.columnId);

it('shows facts, then prices with the quantities of a book beside it, and freezes the facts', () => {
  const { shown, frozenCount } = shownColumns(columns, GIVEN_VIEW);
  expect([ids(shown), frozenCount]).toEqual([['sku', 'title', 'cost', 'list', 'list@6000', 'web'], 3]);
});

it('hides what a person does not want to see, but never the SKU', () => {
  const { shown, frozenCount } = shownColumns(columns, { ...GIVEN_VIEW, hidden: ['sku', 'title', 'web'] });
  expect([ids(shown), frozenCount]).toEqual([['sku', 'cost', 'list', 'list@6000'], 2]);
});

it('keeps a person\'s order; a column that came since stands behind the one before it', () => {
  expect(ids(arranged(columns, ['sku', 'web', 'list', 'gone']))).toEqual(['sku', 'title', 'cost', 'web', 'list', 'list@6000']);
  expect(shownColumns(columns, { order: ['sku', 'list'], hidden: [], frozen: 9 }).frozenCount).toBe(6);
});
