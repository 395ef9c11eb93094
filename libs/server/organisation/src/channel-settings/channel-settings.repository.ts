import { Inject, Injectable } from '@nestjs/common';
import { ChannelCheckout, ChannelTax, type ShippingMethodText, ShippingMethodTexts } from '@oneshelf/contracts';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';

const CHECKOUT = ['hold_seconds_anonymous', 'hold_seconds_known', 'hold_extensions', 'order_mode'] as const;

/** How a channel sends and where its orders are taxed, as it is now: not from the directory, which may be seconds old. */
@Injectable()
export class ChannelSettingsRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async find(code: string) {
    return this.database
      .selectFrom('channel')
      .innerJoin('market', 'market.code', 'channel.market_code')
      .select(['channel.code', 'channel.name', 'channel.kind', 'channel.market_code', 'market.country', 'market.currency', 'market.tax_inclusive', 'pays_tax_at_destination', 'price_abroad', ...CHECKOUT])
      .where('channel.code', '=', code)
      .executeTakeFirst();
  }

  /** The channel's row locked: its settings change one after another. Null: there is no such channel. */
  async lock(tx: Tx, code: string): Promise<ChannelTax | null> {
    const row = await tx.selectFrom('channel').select(['pays_tax_at_destination', 'price_abroad']).where('code', '=', code).forUpdate().executeTakeFirst();
    return row ? taxOf(row) : null;
  }

  /** The same for its checkout. */
  async lockCheckout(tx: Tx, code: string): Promise<{ kind: string; checkout: ChannelCheckout } | null> {
    const row = await tx.selectFrom('channel').select(['kind', ...CHECKOUT]).where('code', '=', code).forUpdate().executeTakeFirst();
    return row ? { kind: row.kind, checkout: checkoutOf(row) } : null;
  }

  async methods(code: string, database: Database | Tx = this.database): Promise<ShippingMethodText[]> {
    const rows = await database.selectFrom('shipping_method').selectAll().where('channel_code', '=', code).orderBy('position').orderBy('code').execute();
    return ShippingMethodTexts.parse(rows.map((row) => ({
      code: row.code, names: row.names, feeMinor: row.fee_minor, countries: row.countries, minItemsMinor: row.min_items_minor, maxItemsMinor: row.max_items_minor, taxClass: row.tax_class,
    })));
  }

  async writeTax(tx: Tx, code: string, { paysAtDestination, priceAbroad }: ChannelTax): Promise<void> {
    await tx.updateTable('channel').set({ pays_tax_at_destination: paysAtDestination, price_abroad: priceAbroad }).where('code', '=', code).execute();
  }

  async writeCheckout(tx: Tx, code: string, { holdSecondsAnonymous, holdSecondsKnown, holdExtensions, orderMode }: ChannelCheckout): Promise<void> {
    await tx.updateTable('channel').set({ hold_seconds_anonymous: holdSecondsAnonymous, hold_seconds_known: holdSecondsKnown, hold_extensions: holdExtensions, order_mode: orderMode }).where('code', '=', code).execute();
  }

  /** In the place of all that there were. */
  async writeMethods(tx: Tx, code: string, methods: readonly ShippingMethodText[]): Promise<void> {
    await tx.deleteFrom('shipping_method').where('channel_code', '=', code).execute();
    if (methods.length === 0) return;
    await tx
      .insertInto('shipping_method')
      .values(methods.map((method, position) => ({
        channel_code: code, code: method.code, names: JSON.stringify(method.names), fee_minor: method.feeMinor, countries: method.countries,
        min_items_minor: method.minItemsMinor, max_items_minor: method.maxItemsMinor, tax_class: method.taxClass, position,
      })))
      .execute();
  }
}

export const taxOf = (row: { pays_tax_at_destination: boolean; price_abroad: string }): ChannelTax => ChannelTax.parse({ paysAtDestination: row.pays_tax_at_destination, priceAbroad: row.price_abroad });

export const checkoutOf = (row: { hold_seconds_anonymous: number; hold_seconds_known: number; hold_extensions: number; order_mode: string }): ChannelCheckout => ({
  holdSecondsAnonymous: row.hold_seconds_anonymous, holdSecondsKnown: row.hold_seconds_known, holdExtensions: row.hold_extensions, orderMode: row.order_mode as ChannelCheckout['orderMode'],
});
