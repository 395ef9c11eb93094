import type { SignedInUser } from '../../signed-in-user';

/** Who says what is sold before it is there. */
export const mayPromise = (grants: SignedInUser['grants'] | undefined): boolean => (grants ?? []).some(({ role }) => role === 'admin' || role === 'operations' || role === 'merchandiser');
