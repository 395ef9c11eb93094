export type Role = 'admin' | 'merchandiser' | 'operations' | 'finance' | 'store_manager' | 'associate';

/** A role holds at one location, or everywhere (null). */
export interface Grant {
  role: Role;
  locationId: string | null;
}

/** Who does something: a signed-in person, a till, a storefront's key, or the system itself. */
export type Actor =
  | { kind: 'staff'; id: string; name: string; email: string; locale: string; grants: Grant[] }
  | { kind: 'device'; id: string; name: string; registerId: string; locationId: string; epoch: number }
  | { kind: 'api_key'; id: string; name: string; channelCode: string; secret: boolean }
  | { kind: 'system'; id: string; name: string };

export const system = (name: string): Actor => ({ kind: 'system', id: 'system', name });

/** True when the person has one of the roles at the location (or everywhere). An admin may do everything. */
export function hasRole(actor: Actor, roles: Role[], locationId?: string): boolean {
  if (actor.kind !== 'staff') return false;
  return actor.grants.some(
    (grant) =>
      grant.role === 'admin' ||
      (roles.includes(grant.role) && (grant.locationId === null || locationId === undefined || grant.locationId === locationId)),
  );
}
