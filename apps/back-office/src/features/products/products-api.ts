import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ProductDetail, ProductList } from '@oneshelf/contracts';
import { apiFetch } from '../../api';

/** Pages of products by title. */
export const productPages = (filter: { q: string; department: string }) =>
  infiniteQueryOptions({
    queryKey: ['products', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(Object.entries({ ...filter, cursor: pageParam }).filter(([, value]) => value !== ''));
      return apiFetch<ProductList>(`/api/products?${query.toString()}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous, // the table stays while a letter is typed
  });

export const productDetail = (id: string) =>
  queryOptions({ queryKey: ['product', id], queryFn: ({ signal }) => apiFetch<ProductDetail>(`/api/products/${encodeURIComponent(id)}`, { signal }) });
