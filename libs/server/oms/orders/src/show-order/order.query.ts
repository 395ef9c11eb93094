import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { type OpenPromise, PromiseStockUseCase } from '@oneshelf/server-inventory/promises';
import { sql } from 'kysely';
import type { Order } from '../order';
import { OrderRepository } from '../order.repository';
import { hashOfToken, receiptToken } from '../show-receipt/receipt-token';

/** Orders whole, for the decisions of other modules. */
@Injectable()
export class OrderQuery {
  constructor(
    private readonly orders: OrderRepository,
    private readonly variants: VariantDirectory,
    private readonly promising: PromiseStockUseCase,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  byId(id: string, tx?: Tx): Promise<Order | null> {
    return this.orders.byId(tx ?? this.database, id);
  }

  async byIds(ids: string[]): Promise<Map<string, Order>> {
    const orders = await this.orders.byIds(this.database, [...new Set(ids)]);
    return new Map(orders.map((order) => [order.id, order]));
  }

  /** What it waits for, in the order of its promises. */
  promisesOf(id: string): Promise<OpenPromise[]> {
    return this.promising.ofOrder(id);
  }

  /** By variant id, for scanning. */
  async barcodesOf(variantIds: string[]): Promise<Map<string, string[]>> {
    const facts = await this.variants.byIds([...new Set(variantIds)]);
    return new Map([...facts].map(([id, variant]) => [id, variant.barcodes]));
  }

  /** Those of them whose pieces are told apart by serial numbers. */
  async toldApartBySerial(variantIds: string[]): Promise<Set<string>> {
    const facts = await this.variants.byIds([...new Set(variantIds)]);
    return new Set([...facts].filter(([, variant]) => variant.trackedBy === 'serial').map(([id]) => id));
  }

  /** The last order that a piece with this serial went with; null: none. */
  async bySerial(serialNumber: string, variantId?: string): Promise<Order | null> {
    let query = this.database.selectFrom('order_line as l').innerJoin('sales_order as o', 'o.id', 'l.order_id').select('o.id')
      .where(sql<boolean>`l.serial_numbers <> '{}' AND l.serial_numbers @> ARRAY[${serialNumber}]::text[]`);
    if (variantId !== undefined) query = query.where('l.variant_id', '=', variantId);
    const row = await query.orderBy('o.placed_at', 'desc').limit(1).executeTakeFirst();
    return row ? this.byId(row.id) : null;
  }

  /** The token of the receipt's public page, by what was given as its secret when the order was written: a web order's status token, a till sale's hash. */
  receiptTokenOf(orderId: string, secret: string | null): string | null {
    return secret === null ? null : receiptToken({ orderId, secret });
  }

  /** By the token of a receipt's public page. */
  async byReceiptToken(token: string): Promise<Order | null> {
    const link = await this.database.selectFrom('receipt_link').select('order_id').where('token_hash', '=', hashOfToken(token)).executeTakeFirst();
    return link ? this.byId(link.order_id) : null;
  }

  byNumber(number: string): Promise<Order | null> {
    return this.orders.byNumber(this.database, number);
  }
}
