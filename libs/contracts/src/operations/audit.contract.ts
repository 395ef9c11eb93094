import * as z from 'zod';

/** GET /api/audit. `subject` is a kind of thing (price_book), `actor` a part of the name, `from` and `to` are days in UTC, both counted in. */
export const AuditListQuerySchema = z
  .object({
    subject: z.string().trim().max(60).optional(),
    subjectId: z.string().trim().max(120).optional(),
    actor: z.string().trim().max(120).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    /** `next` of the page before. */
    cursor: z.uuid().optional(),
    take: z.coerce.number().int().min(1).max(200).default(50),
  });
export type AuditListQuery = z.infer<typeof AuditListQuerySchema>;

export const AuditEntrySchema = z
  .object({
    id: z.uuid(), at: z.iso.datetime(), actorKind: z.string(), actorName: z.string(), action: z.string(), subject: z.string(), subjectId: z.string(),
    locationId: z.uuid().nullable(), before: z.unknown(), after: z.unknown(), traceId: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntrySchema>;

/** The newest first. `subjects`: the kinds of things that there are entries of, for the filter. */
export const AuditListSchema = z.object({ items: z.array(AuditEntrySchema), next: z.uuid().nullable(), subjects: z.array(z.string()) }).meta({ id: 'AuditList' });
export type AuditList = z.infer<typeof AuditListSchema>;
