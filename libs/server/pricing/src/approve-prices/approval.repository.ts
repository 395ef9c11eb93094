import { Inject, Injectable } from '@nestjs/common';
import { type ApprovalReason, type ApprovalRule, usualApprovalRule } from '@oneshelf/domain-pricing';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { draftsKey, type ReviewedDraft } from '../draft-set';

export interface Approval {
  id: string;
  marketCode: string;
  draftsKey: string;
  drafts: ReviewedDraft[];
  status: 'waiting' | 'approved' | 'sent_back';
  changes: number;
  note: string;
  askedById: string;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  answer: string;
}

interface Asked {
  marketCode: string;
  drafts: readonly ReviewedDraft[];
  reasons: readonly ApprovalReason[];
  changes: number;
  note: string;
  by: { id: string; name: string };
  at: Date;
}

/** Questions to a second person, and when they have to be asked. */
@Injectable()
export class ApprovalRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async rule(marketCode: string, database: Database | Tx = this.database): Promise<ApprovalRule> {
    const row = await database.selectFrom('price_approval_rule').selectAll().where('market_code', '=', marketCode).executeTakeFirst();
    return row ? { maxChanges: row.max_changes, belowCost: row.below_cost, belowFloor: row.below_floor, marginFallBasisPoints: row.margin_fall_basis_points } : usualApprovalRule;
  }

  async writeRule(tx: Tx, { marketCode, rule, by }: { marketCode: string; rule: ApprovalRule; by: string }): Promise<void> {
    const values = { max_changes: rule.maxChanges, below_cost: rule.belowCost, below_floor: rule.belowFloor, margin_fall_basis_points: rule.marginFallBasisPoints, changed_by: by, changed_at: sql<Date>`now()` };
    await tx.insertInto('price_approval_rule').values({ market_code: marketCode, ...values }).onConflict((conflict) => conflict.column('market_code').doUpdateSet(values)).execute();
  }

  /** The last question about one of these versions, in whatever revision. */
  async latest(marketCode: string, versionIds: readonly string[]): Promise<Approval | null> {
    const row = await select(this.database)
      .where('a.market_code', '=', marketCode)
      .where((where) => where.exists(where.selectFrom(sql<{ versionId: string }>`jsonb_to_recordset(a.drafts)`.as(sql`d("versionId" text)`)).select(sql`1`.as('one')).where(sql`d."versionId"`, 'in', versionIds.length > 0 ? [...versionIds] : [''])))
      .orderBy('a.asked_at', 'desc').orderBy('a.id', 'desc').limit(1).executeTakeFirst();
    return row ? (row as Approval) : null;
  }

  /** True where exactly these drafts were approved. */
  async isApproved(marketCode: string, drafts: readonly ReviewedDraft[]): Promise<boolean> {
    const row = await this.database.selectFrom('price_approval').select('id').where('market_code', '=', marketCode).where('drafts_key', '=', draftsKey(drafts)).where('status', '=', 'approved').executeTakeFirst();
    return row !== undefined;
  }

  async lock(tx: Tx, id: string): Promise<Approval | null> {
    const row = await select(tx).where('a.id', '=', id).forUpdate().executeTakeFirst();
    return row ? (row as Approval) : null;
  }

  /** Null: somebody has asked already. */
  async ask(tx: Tx, { marketCode, drafts, reasons, changes, note, by, at }: Asked): Promise<string | null> {
    const row = await tx
      .insertInto('price_approval')
      .values({
        id: newId(), market_code: marketCode, drafts_key: draftsKey(drafts), drafts: JSON.stringify(drafts), reasons: JSON.stringify(reasons), changes, status: 'waiting', note,
        asked_by_id: by.id, asked_by: by.name, asked_at: at,
      })
      .onConflict((conflict) => conflict.columns(['market_code', 'drafts_key']).where('status', '=', 'waiting').doNothing())
      .returning('id')
      .executeTakeFirst();
    return row?.id ?? null;
  }

  async decide(tx: Tx, id: string, { status, answer, by, at }: { status: 'approved' | 'sent_back'; answer: string; by: { id: string; name: string }; at: Date }): Promise<void> {
    await tx.updateTable('price_approval').set({ status, answer, decided_by_id: by.id, decided_by: by.name, decided_at: at }).where('id', '=', id).where('status', '=', 'waiting').execute();
  }

  /** Those whose drafts are still as they were when it was asked, the oldest first. */
  async waiting(): Promise<Approval[]> {
    return (await select(this.database)
      .where('a.status', '=', 'waiting')
      .where(sql<boolean>`NOT EXISTS (
        SELECT 1 FROM jsonb_to_recordset(a.drafts) AS d("versionId" uuid, revision int) LEFT JOIN price_book_version v ON v.id = d."versionId" AND v.status = 'draft' AND v.revision = d.revision WHERE v.id IS NULL)`)
      .orderBy('a.asked_at').execute()) as Approval[];
  }

  /** Everybody who had a hand in these drafts: ids of who began them, names of who changed a price. */
  async editorsOf(versionIds: readonly string[]): Promise<{ ids: Set<string>; names: Set<string> }> {
    const [authors, editors] = await Promise.all([
      this.database.selectFrom('price_book_version').select('author_id').where('id', 'in', [...versionIds]).execute(),
      this.database.selectFrom('price_draft_change').select('changed_by').distinct().where('version_id', 'in', [...versionIds]).execute(),
    ]);
    return { ids: new Set(authors.map((row) => row.author_id)), names: new Set(editors.map((row) => row.changed_by)) };
  }
}

const select = (database: Database | Tx) =>
  database.selectFrom('price_approval as a').select([
    'a.id', 'a.market_code as marketCode', 'a.drafts_key as draftsKey', 'a.drafts', 'a.status', 'a.changes', 'a.note', 'a.asked_by_id as askedById', 'a.asked_by as askedBy', 'a.asked_at as askedAt',
    'a.decided_by as decidedBy', 'a.decided_at as decidedAt', 'a.answer',
  ]);
