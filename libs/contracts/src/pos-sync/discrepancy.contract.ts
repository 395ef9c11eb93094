import * as z from 'zod';

/** POST /api/discrepancies/:id/resolve → 204. A person looked, and says what came of it. Refusals: not_found 404, already_resolved 409, not_allowed 403. */
export const ResolveDiscrepancyRequest = z.object({ note: z.string().trim().max(500).default('') }).meta({ id: 'ResolveDiscrepancyRequest' });
export type ResolveDiscrepancyRequest = z.infer<typeof ResolveDiscrepancyRequest>;
