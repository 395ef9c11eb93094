import * as z from 'zod';

/** GET /api/customers */
export const CustomerListQuerySchema = z
  .object({ q: z.string().trim().max(120).optional(), cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
export type CustomerListQuery = z.infer<typeof CustomerListQuerySchema>;

export const CustomerListPageSchema = z
  .object({
    items: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), memberCode: z.string().nullable(), groups: z.array(z.string()), createdAt: z.iso.datetime() })),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'CustomerListPage' });
export type CustomerListPage = z.infer<typeof CustomerListPageSchema>;
