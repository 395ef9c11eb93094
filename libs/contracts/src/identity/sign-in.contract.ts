import * as z from 'zod';

/** POST /api/auth/sign-in; the session comes back as an HttpOnly cookie. */
export const SignInRequest = z.object({ email: z.email().max(254), password: z.string().min(1).max(200) }).meta({ id: 'SignInRequest' });
export type SignInRequest = z.infer<typeof SignInRequest>;

export const RoleName = z.enum(['admin', 'merchandiser', 'operations', 'finance', 'store_manager', 'associate']).meta({ id: 'RoleName' });

/** GET /api/auth/me */
export const SignedInUser = z
  .object({ id: z.uuid(), name: z.string(), email: z.email(), locale: z.string(), grants: z.array(z.object({ role: RoleName, locationId: z.uuid().nullable() })) })
  .meta({ id: 'SignedInUser' });
export type SignedInUser = z.infer<typeof SignedInUser>;
