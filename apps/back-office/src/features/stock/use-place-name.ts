'use client';
import { useQuery } from '@tanstack/react-query';
import { directory } from './stock-queries';

/** Names a location by its id; an ellipsis until the names are here. */
export function usePlaceName(): (locationId: string) => string {
  const { data } = useQuery(directory);
  return (locationId) => data?.locations.find((location) => location.id === locationId)?.name ?? '…';
}
