'use client';
import { queryOptions } from '@tanstack/react-query';
import { apiQuery } from './api';

export type Role = 'admin' | 'merchandiser' | 'operations' | 'finance' | 'store_manager' | 'associate';

/** The answer of GET /api/auth/me. A grant without a location holds everywhere. */
export type SignedInUser = { id: string; name: string; email: string; locale: string; grants: readonly { role: Role; locationId: string | null }[] };

/** Who is signed in; asked once per visit and again when the window comes back. */
export const signedInUser = queryOptions({ ...apiQuery('/api/auth/me'), staleTime: 60_000 });
