import { Injectable } from '@nestjs/common';
import type { MailDetail, MailList } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';

@Injectable()
export class ListMailQuery {
  constructor(private readonly prisma: PrismaReads) {}

  async run({ cursor, take }: { cursor?: string | undefined; take: number }): Promise<MailList> {
    // Ids are UUIDv7, so their order is the order of writing.
    const rows = await this.prisma.mail_message.findMany({ where: cursor ? { id: { lt: cursor } } : {}, orderBy: { id: 'desc' }, take: take + 1 });
    const items = rows.slice(0, take).map((row) => ({
      id: row.id, template: row.template, recipient: row.recipient, subject: row.subject, locale: row.locale, status: row.status as MailList['items'][number]['status'],
      failure: row.failure, createdAt: row.created_at.toISOString(), sentAt: row.sent_at?.toISOString() ?? null,
    }));
    return { items, next: rows.length > take ? (items.at(-1)?.id ?? null) : null };
  }

  async detail(id: string): Promise<MailDetail | null> {
    return this.prisma.mail_message.findUnique({ where: { id }, select: { id: true, recipient: true, subject: true, html: true, text: true } });
  }
}
