import { Inject, Injectable } from '@nestjs/common';
import { PromotionDefinition } from '@oneshelf/contracts';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

/** What an edit changes. */
export interface PromotionText {
  name: string;
  definition: PromotionDefinition;
  startsAt: string;
  endsAt: string;
  isPaused: boolean;
}

export interface StoredPromotion extends PromotionText {
  id: string;
  marketCode: string;
  /** Since which it is as it is. */
  release: number;
}

/** The promotions themselves; what one was before an edit stays for the releases of then. */
@Injectable()
export class PromotionRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** A promotion never changes its market. Null: there is none with this id. */
  async marketOf(id: string): Promise<string | null> {
    return (await this.database.selectFrom('promotion').select('market_code').where('id', '=', id).executeTakeFirst())?.market_code ?? null;
  }

  async insert(tx: Tx, { id, marketCode, release, ...text }: StoredPromotion): Promise<void> {
    await tx.insertInto('promotion').values({ id, code: codeOf(text.name), market_code: marketCode, from_release: release, ...columnsOf(text) }).execute();
  }

  /** Locked; null where it was ended or never was. */
  async lock(tx: Tx, id: string): Promise<StoredPromotion | null> {
    const row = await tx.selectFrom('promotion').selectAll().where('id', '=', id).where('to_release', 'is', null).forUpdate().executeTakeFirst();
    if (!row) return null;
    return {
      id, marketCode: row.market_code, release: row.from_release, name: row.name, definition: PromotionDefinition.parse(row.definition),
      startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), isPaused: row.is_paused,
    };
  }

  /** From this release on it is so; what it was stays for the releases before. */
  async replace(tx: Tx, id: string, { text, release }: { text: PromotionText; release: number }): Promise<void> {
    await sql`
      INSERT INTO promotion_former (promotion_id, from_release, to_release, name, definition, starts_at, ends_at, is_paused)
      SELECT id, from_release, ${release}, name, definition, starts_at, ends_at, is_paused FROM promotion WHERE id = ${id}::uuid`.execute(tx);
    await tx.updateTable('promotion').set({ ...columnsOf(text), from_release: release }).where('id', '=', id).execute();
  }

  async end(tx: Tx, id: string, release: number): Promise<void> {
    await tx.updateTable('promotion').set({ to_release: release }).where('id', '=', id).execute();
  }

  /**
   * Counts what was used before a limit per customer or code came: such counters are kept only where there is a limit.
   * New uses wait until the transaction ends.
   */
  async countFormerUses(tx: Tx, id: string, { limits }: PromotionDefinition): Promise<void> {
    await sql`LOCK TABLE promotion_use, promotion_counter IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
    await sql`
      INSERT INTO promotion_counter AS c (promotion_id, scope, key, uses, spent_minor)
      SELECT u.promotion_id, s.scope, s.key, count(*), sum(u.amount_minor)::int8
      FROM promotion_use u CROSS JOIN LATERAL (VALUES ('customer', u.customer, ${limits?.usesPerCustomer !== undefined}::boolean), ('code', u.code, ${limits?.usesPerCode !== undefined}::boolean)) AS s (scope, key, wanted)
      WHERE u.promotion_id = ${id}::uuid AND u.released_at IS NULL AND s.key IS NOT NULL AND s.wanted GROUP BY 1, 2, 3
      ON CONFLICT (promotion_id, scope, key) DO UPDATE SET uses = excluded.uses, spent_minor = excluded.spent_minor`.execute(tx);
  }
}

const codeOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const columnsOf = ({ name, definition, startsAt, endsAt, isPaused }: PromotionText) => ({ name, definition: JSON.stringify(definition), starts_at: startsAt, ends_at: endsAt, is_paused: isPaused });
