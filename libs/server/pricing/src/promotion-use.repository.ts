import { Inject, Injectable } from '@nestjs/common';
import type { PromotionUse } from '@oneshelf/domain-pricing';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface UsesOfOrder {
  orderId: string;
  uses: readonly PromotionUse[];
  /** E-mail in lower case, or the customer's id; null: nobody known. */
  customer: string | null;
  at: Date;
}

export interface CounterRow {
  promotionId: string;
  scope: 'all' | 'customer' | 'code';
  key: string;
  uses: number;
  spentMinor: number;
}

export interface CountedUses {
  counters: CounterRow[];
  /** Single-use codes that were free. */
  codes: string[];
}

/** What was counted before: of these promotions, this customer and these codes. */
export interface KnownUses {
  counters: CounterRow[];
  codes: { code: string; promotionId: string; isUsed: boolean }[];
}

/** Counters of uses and their rows. Each counter is moved and guarded by one statement; nobody looks first and writes then. */
@Injectable()
export class PromotionUseRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Statements: 1. */
  async known({ promotionIds, customer, codes }: { promotionIds: string[]; customer: string | null; codes: string[] }): Promise<KnownUses> {
    const { rows } = await sql<KnownUses>`
      SELECT
        (SELECT coalesce(json_agg(json_build_object('promotionId', promotion_id, 'scope', scope, 'key', key, 'uses', uses, 'spentMinor', spent_minor)), '[]') FROM promotion_counter
         WHERE promotion_id = ANY(${promotionIds}::uuid[]) AND (scope = 'all' OR (scope = 'customer' AND key = ${customer}) OR (scope = 'code' AND key = ANY(${codes}::text[])))) AS counters,
        (SELECT coalesce(json_agg(json_build_object('code', code, 'promotionId', promotion_id, 'isUsed', used_by_order IS NOT NULL)), '[]') FROM coupon_code WHERE code = ANY(${codes}::text[])) AS codes`.execute(this.database);
    return rows[0] ?? { counters: [], codes: [] };
  }

  /**
   * Counts the uses of one order and writes their rows. `guarded`: a counter stands still at its limit, and a code that was
   * used stays; the answer then names fewer than were asked, and the caller must roll back. Statements: 1.
   */
  async count(tx: Tx, order: UsesOfOrder, guarded: boolean): Promise<CountedUses> {
    const counters = JSON.stringify(countersOf(order));
    const uses = JSON.stringify(order.uses.map(({ promotionId, code, amountMinor }) => ({ id: newId(), promotionId, code, amountMinor })));
    const codes = singleUseCodes(order);
    // Rows are taken in the order of their key: two orders with the same promotions never wait for each other in a circle.
    const { rows } = await sql<CountedUses>`
      WITH counted AS (
        INSERT INTO promotion_counter AS c (promotion_id, scope, key, uses, spent_minor, most_uses, most_minor)
        SELECT w."promotionId", w.scope, w.key, 1, w."amountMinor", w."mostUses", w."mostMinor"
        FROM jsonb_to_recordset(${counters}::jsonb) AS w ("promotionId" uuid, scope text, key text, "amountMinor" int8, "mostUses" int8, "mostMinor" int8)
        WHERE NOT ${guarded}::boolean OR w."mostMinor" IS NULL OR w."amountMinor" <= w."mostMinor"
        ORDER BY 1, 2, 3
        ON CONFLICT (promotion_id, scope, key) DO UPDATE SET uses = c.uses + 1, spent_minor = c.spent_minor + excluded.spent_minor
        WHERE NOT ${guarded}::boolean OR (
          (excluded.most_uses IS NULL OR c.uses + 1 <= excluded.most_uses) AND (excluded.most_minor IS NULL OR c.spent_minor + excluded.spent_minor <= excluded.most_minor))
        RETURNING promotion_id, scope, key, uses, spent_minor),
      used AS (UPDATE coupon_code SET used_by_order = ${order.orderId}, used_at = ${order.at} WHERE code = ANY(${codes}::text[]) AND used_by_order IS NULL RETURNING code),
      written AS (
        INSERT INTO promotion_use (id, promotion_id, order_id, code, customer, amount_minor, used_at)
        SELECT u.id, u."promotionId", ${order.orderId}, u.code, ${order.customer}, u."amountMinor", ${order.at}
        FROM jsonb_to_recordset(${uses}::jsonb) AS u (id uuid, "promotionId" uuid, code text, "amountMinor" int8))
      SELECT
        (SELECT coalesce(json_agg(json_build_object('promotionId', promotion_id, 'scope', scope, 'key', key, 'uses', uses, 'spentMinor', spent_minor)), '[]') FROM counted) AS counters,
        (SELECT coalesce(json_agg(code), '[]') FROM used) AS codes`.execute(tx);
    return rows[0] ?? { counters: [], codes: [] };
  }

  /** Gives back what an order used, once. Statements: 1. */
  async release(tx: Tx, orderId: string): Promise<void> {
    await sql`
      WITH given AS (UPDATE promotion_use SET released_at = now() WHERE order_id = ${orderId} AND released_at IS NULL RETURNING promotion_id, code, customer, amount_minor),
      freed AS (UPDATE coupon_code SET used_by_order = NULL, used_at = NULL FROM given WHERE coupon_code.code = given.code AND coupon_code.used_by_order = ${orderId})
      UPDATE promotion_counter AS c SET uses = c.uses - 1, spent_minor = c.spent_minor - given.amount_minor
      FROM given WHERE c.promotion_id = given.promotion_id AND (c.scope = 'all' OR (c.scope = 'customer' AND c.key = given.customer) OR (c.scope = 'code' AND c.key = given.code))`.execute(tx);
  }
}

export interface WantedCounter {
  promotionId: string;
  name: string;
  scope: CounterRow['scope'];
  key: string;
  amountMinor: number;
  mostUses: number | null;
  mostMinor: number | null;
}

/** The counters that the uses move: in all; and where the promotion limits them, of the customer and of the code. */
export const countersOf = ({ uses, customer }: Pick<UsesOfOrder, 'uses' | 'customer'>): WantedCounter[] =>
  uses.flatMap(({ promotionId, name, amountMinor, limits, code }) => {
    const of = (scope: CounterRow['scope'], key: string, mostUses: number | undefined): WantedCounter => ({ promotionId, name, amountMinor, scope, key, mostUses: mostUses ?? null, mostMinor: scope === 'all' ? (limits.budgetMinor ?? null) : null });
    return [
      of('all', '', limits.uses),
      ...(limits.usesPerCustomer !== undefined && customer !== null ? [of('customer', customer, limits.usesPerCustomer)] : []),
      ...(limits.usesPerCode !== undefined && code !== null ? [of('code', code, limits.usesPerCode)] : []),
    ];
  });

export const singleUseCodes = ({ uses }: Pick<UsesOfOrder, 'uses'>): string[] => uses.flatMap(({ isSingleUse, code }) => (isSingleUse && code !== null ? [code] : []));
