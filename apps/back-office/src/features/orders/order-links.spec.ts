import { orderHref, orderListHref } from './order-links';
import { orderViewOf } from './order-views';

describe('orderHref', () => {
  it('carries the filters of the list, and the way back restores them', () => {
    const href = orderHref('o-1', '?view=open&q=a%26b');
    expect(href).toBe('/orders/o-1?list=view%3Dopen%26q%3Da%2526b');
    expect(orderListHref(new URL(href, 'http://office').searchParams.get('list'))).toBe('/orders?view=open&q=a%26b');
  });
  it('stays short without filters', () => {
    expect(orderHref('o-1')).toBe('/orders/o-1');
    expect(orderListHref(null)).toBe('/orders');
  });
  it('never leads to another page', () => {
    expect(orderListHref('//evil.example')).toBe('/orders?%2F%2Fevil.example=');
  });
});

describe('orderViewOf', () => {
  it('takes an unknown view for All', () => {
    expect(orderViewOf('nonsense')).toEqual({ id: 'all', shows: 'orders' });
    expect(orderViewOf('ready')).toEqual({ id: 'ready', shows: 'parts', status: 'ready' });
  });
});
