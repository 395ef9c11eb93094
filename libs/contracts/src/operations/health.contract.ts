import * as z from 'zod';

/** GET /api/health: 200 when the process can answer with data, 503 when its database is away. */
export const Health = z.object({ status: z.enum(['ok', 'failing']), database: z.enum(['ok', 'unreachable']) }).meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;
