import { Inject, Injectable } from '@nestjs/common';
import type { MarketSettings } from '@oneshelf/contracts';
import { cashRounding } from '@oneshelf/domain-kernel';
import { type Database, DATABASE, hasRole, type StaffActor } from '@oneshelf/platform';

@Injectable()
export class MarketSettingsQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** As it is now: the directory may be seconds old. Null: there is no such market. */
  async run(actor: StaffActor, code: string): Promise<MarketSettings | null> {
    const row = await this.database.selectFrom('market').selectAll().where('code', '=', code).executeTakeFirst();
    if (!row) return null;
    return {
      code, name: row.name, country: row.country, currency: row.currency, taxInclusive: row.tax_inclusive, locale: row.locale,
      cashStepMinor: row.cash_step_minor, usualCashStepMinor: cashRounding(row.currency), unitPriceRule: row.unit_price_rule as MarketSettings['unitPriceRule'],
      mayEdit: { cashStep: hasRole(actor, ['finance']), unitPriceRule: hasRole(actor, ['merchandiser', 'finance']) },
    };
  }
}
