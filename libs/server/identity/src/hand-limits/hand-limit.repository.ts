import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';

export interface RoleHandLimit {
  role: string;
  discountBasisPoints: number;
  /** Null: sets no prices. */
  priceBasisPoints: number | null;
}

/** Of the roles that stand at tills, until somebody sets another. An associate asks the manager for more. */
export const DEFAULT_HAND_LIMITS: readonly RoleHandLimit[] = [
  { role: 'associate', discountBasisPoints: 1000, priceBasisPoints: null },
  { role: 'store_manager', discountBasisPoints: 3000, priceBasisPoints: 5000 },
  { role: 'admin', discountBasisPoints: 10_000, priceBasisPoints: 10_000 },
];

@Injectable()
export class HandLimitRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Of each role that stands at tills. */
  async all(): Promise<RoleHandLimit[]> {
    const rows = await this.database.selectFrom('role_hand_limit').selectAll().execute();
    return DEFAULT_HAND_LIMITS.map((usual) => {
      const row = rows.find(({ role }) => role === usual.role);
      return row ? { role: row.role, discountBasisPoints: row.discount_basis_points, priceBasisPoints: row.price_basis_points } : usual;
    });
  }

  async set(tx: Tx, limit: RoleHandLimit, setBy: string): Promise<void> {
    const values = { discount_basis_points: limit.discountBasisPoints, price_basis_points: limit.priceBasisPoints, set_by: setBy, set_at: new Date() };
    await tx.insertInto('role_hand_limit').values({ role: limit.role, ...values }).onConflict((conflict) => conflict.column('role').doUpdateSet(values)).execute();
  }
}
