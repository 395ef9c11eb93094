import { PriceBookSettings, type PriceBookList } from '@oneshelf/contracts';
import { precedence } from './precedence';

const settings = (name: string, more: object = {}) => PriceBookSettings.parse({ name, ...more });
const book = (name: string, more: object = {}): PriceBookList['items'][number] => ({ id: name, code: name, name, marketCode: 'GB', currency: 'GBP', settings: settings(name, more), customerName: null, live: null, draft: null, scheduled: [] });
const soho = '01935000-0000-7000-8000-000000000001';

it('says which books come before and after, and leaves out those that no sale meets with it', () => {
  const books = [book('List'), book('Web', { channelCode: 'web-gb' }), book('Members', { customerGroup: 'VIP' }), book('Soho', { locationId: soho }), book('Leeds', { locationId: '01935000-0000-7000-8000-000000000002' }), book('Spring', { activeFrom: '2027-03-01T00:00:00Z', activeTo: '2027-04-01T00:00:00Z', customerGroup: 'VIP' })];
  const december = { activeFrom: '2026-12-01T00:00:00Z', activeTo: '2026-12-24T00:00:00Z' };
  expect(precedence(settings('New', { channelCode: 'web-gb', ...december }), 'new', books)).toEqual({ winsOver: ['List', 'Web'], losesTo: ['Members', 'Soho', 'Leeds'] });
  expect(precedence(settings('New', { locationId: soho, priority: -1 }), 'new', books)).toEqual({ winsOver: ['List', 'Web', 'Members', 'Spring'], losesTo: ['Soho'] });
  expect(precedence(settings('List'), 'List', books).winsOver).toEqual([]);
});
