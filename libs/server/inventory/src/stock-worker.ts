import { type Actor, hasRole, type Role } from '@oneshelf/platform';

/** Who moves and counts goods at a place: its own till, or a person with a role there. */
export const worksAt = (actor: Actor, locationId: string, roles: Role[]): boolean => (actor.kind === 'device' ? actor.locationId === locationId : hasRole(actor, roles, locationId));

/** A till's act under the name of who stands at it. */
export const named = (actor: Actor, staffName: string | undefined): Actor => (actor.kind === 'device' && staffName !== undefined ? { ...actor, name: staffName } : actor);

/** "TR-4F09AC": what people say and write on boxes, out of the random part of an id. */
export const spokenNumber = (prefix: string, id: string): string => `${prefix}-${id.slice(-8).toUpperCase()}`;
