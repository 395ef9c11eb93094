import * as z from 'zod';

/** GET /api/messages: mail that the product wrote, the latest first. */
export const MailList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        template: z.string(),
        recipient: z.string(),
        subject: z.string(),
        locale: z.string(),
        status: z.enum(['queued', 'sent', 'failed']),
        failure: z.string().nullable(),
        createdAt: z.iso.datetime(),
        sentAt: z.iso.datetime().nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'MailList' });
export type MailList = z.infer<typeof MailList>;

/** GET /api/messages/:id */
export const MailDetail = z.object({ id: z.uuid(), recipient: z.string(), subject: z.string(), html: z.string(), text: z.string() }).meta({ id: 'MailDetail' });
export type MailDetail = z.infer<typeof MailDetail>;

export const ListMailRequest = z.object({ cursor: z.uuid().optional(), take: z.coerce.number().int().min(1).max(100).default(50) });
