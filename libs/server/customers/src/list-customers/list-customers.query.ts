import { Injectable } from '@nestjs/common';
import type { CustomerListQuery, CustomerListPage } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';

/** Customers by name or e-mail, newest first. */
@Injectable()
export class ListCustomers {
  constructor(private readonly reads: PrismaReads) {}

  async run({ q, cursor, limit }: CustomerListQuery): Promise<CustomerListPage> {
    const rows = await this.reads.customer.findMany({
      where: q ? { OR: [{ name: { contains: q, mode: 'insensitive' } }, { email: { startsWith: q.toLowerCase() } }] } : {},
      orderBy: { id: 'desc' },
      take: limit + 1,
      ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    });
    const shown = rows.slice(0, limit);
    return {
      items: shown.map((row) => ({ id: row.id, name: row.name, email: row.email, phone: row.phone, memberCode: row.member_code, groups: row.groups, createdAt: row.created_at.toISOString() })),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }
}
