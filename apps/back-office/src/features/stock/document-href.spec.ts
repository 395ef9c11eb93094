import { documentHref } from './document-href';

describe('the document behind a movement', () => {
  it('opens its own page, and only what has none opens the history', () => {
    const kinds = ['sale', 'order', 'cancellation', 'fulfilment', 'return', 'receipt', 'transfer', 'count', 'adjustment', 'allotment'];
    expect(kinds.map((kind) => documentHref(kind, 'x'))).toEqual([
      '/orders/x', '/orders/x', '/orders/x', '/orders/parts/x', '/returns?q=x', '/purchasing?q=x', '/stock/transfers/x', '/stock/counts/x', '/stock/corrections?id=x', '/history?subjectId=x',
    ]);
  });
});
