/** The page of an order; `listSearch` is the list's own query string ('?view=open'), for the way back. */
export function orderHref(orderId: string, listSearch = ''): string {
  const filters = listSearch.replace(/^\?/, '');
  return filters === '' ? `/orders/${orderId}` : `/orders/${orderId}?list=${encodeURIComponent(filters)}`;
}

/** Back to the list with the filters that it had. Only ever a page of this list: the filters are read as a query string. */
export function orderListHref(list: string | null): string {
  const filters = new URLSearchParams(list ?? '').toString();
  return filters === '' ? '/orders' : `/orders?${filters}`;
}
