const pages: Readonly<Record<string, (id: string) => string>> = {
  sale: (id) => `/orders/${id}`,
  order: (id) => `/orders/${id}`,
  cancellation: (id) => `/orders/${id}`,
  // A part stands on the page of its order; the address finds it.
  fulfilment: (id) => `/orders/parts/${id}`,
  return: (id) => `/returns?q=${id}`,
  receipt: (id) => `/purchasing?q=${id}`,
  transfer: (id) => `/stock/transfers/${id}`,
  count: (id) => `/stock/counts/${id}`,
  adjustment: (id) => `/stock/corrections?id=${id}`,
};

/** Where the document that moved stock is shown; of those without a page the history says who did what. */
export const documentHref = (causeKind: string, causeId: string): string => pages[causeKind]?.(causeId) ?? `/history?subjectId=${causeId}`;
