import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { apiPages, apiQuery } from '../../api';

/** Pages of products by title; the table stays while a letter is typed. */
export const productPages = (query: { q: string; department: string }) => infiniteQueryOptions({ ...apiPages('/api/products', { params: { query } }), placeholderData: keepPreviousData });

export const productDetail = (id: string) => apiQuery('/api/products/{id}', { params: { path: { id } } });
