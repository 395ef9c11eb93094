'use client';
import { useDirectory } from '../../directory';

/** Names a location by its id; an ellipsis until the names are here. */
export function usePlaceName(): (locationId: string) => string {
  const known = useDirectory();
  return (locationId) => known?.locations.find((location) => location.id === locationId)?.name ?? '…';
}
