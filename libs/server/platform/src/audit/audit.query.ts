import { Injectable } from '@nestjs/common';
import type { AuditList, AuditListQuery } from '@oneshelf/contracts';
import type { Prisma } from '@oneshelf/prisma';
import { PrismaReads } from '../db/prisma-reads';

const DAY_MS = 86_400_000;

/** Who changed what, newest first, with before and after. */
@Injectable()
export class AuditQuery {
  constructor(private readonly prisma: PrismaReads) {}

  async run({ take, cursor, ...filter }: AuditListQuery): Promise<AuditList> {
    const [rows, kinds] = await Promise.all([
      // Ids are UUIDv7: their order is the order of writing.
      this.prisma.audit_entry.findMany({ where: { ...whereOf(filter), ...(cursor ? { id: { lt: cursor } } : {}) }, orderBy: { id: 'desc' }, take: take + 1 }),
      this.prisma.audit_entry.findMany({ distinct: ['subject'], select: { subject: true }, orderBy: { subject: 'asc' } }),
    ]);
    const items = rows.slice(0, take).map((row) => ({
      id: row.id, at: row.at.toISOString(), actorKind: row.actor_kind, actorName: row.actor_name, action: row.action, subject: row.subject, subjectId: row.subject_id,
      locationId: row.location_id, before: row.before, after: row.after, traceId: row.trace_id,
    }));
    return { items, next: rows.length > take ? (items.at(-1)?.id ?? null) : null, subjects: kinds.map(({ subject }) => subject) };
  }
}

function whereOf({ subject, subjectId, actor, from, to }: Omit<AuditListQuery, 'take' | 'cursor'>): Prisma.audit_entryWhereInput {
  return {
    ...(subject ? { subject } : {}),
    ...(subjectId ? { subject_id: subjectId } : {}),
    ...(actor ? { actor_name: { contains: actor, mode: 'insensitive' } } : {}),
    ...(from || to ? { at: { ...(from ? { gte: new Date(from) } : {}), ...(to ? { lt: new Date(Date.parse(to) + DAY_MS) } : {}) } } : {}),
  };
}
