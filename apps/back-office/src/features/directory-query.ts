'use client';
import { queryOptions } from '@tanstack/react-query';
import type { DirectoryAnswer } from '@oneshelf/contracts';
import { apiFetch } from '../api';

/** Markets, channels, locations and registers: what screens need to name things. */
export const directory = queryOptions({
  queryKey: ['directory'],
  queryFn: ({ signal }) => apiFetch<DirectoryAnswer>('/api/directory', { signal }),
  staleTime: 300_000,
});
