'use client';
import { useQuery } from '@tanstack/react-query';
import type { SelectOption } from '@oneshelf/ui';
import { directory } from '../../directory';
import { signedInUser, type Role } from '../../signed-in-user';

/** Places that hold our own stock, to choose from. */
export function useStockPlaces(): SelectOption[] {
  const { data } = useQuery(directory);
  return (data?.locations ?? []).filter(({ kind }) => kind !== 'marketplace').map(({ id, name, code }) => ({ id, label: name, detail: code }));
}

/** Whether the signed-in person has one of the roles at the place, or anywhere where none is named. */
export function useMay(): (roles: readonly Role[], locationId?: string) => boolean {
  const { data } = useQuery(signedInUser);
  return (roles, locationId) => (data?.grants ?? []).some((grant) => grant.role === 'admin' || (roles.includes(grant.role) && (grant.locationId === null || locationId === undefined || grant.locationId === locationId)));
}
