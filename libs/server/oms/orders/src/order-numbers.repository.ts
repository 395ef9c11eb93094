import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

/** One trip to the counter for so many orders. A process that ends loses what it has left: numbers may have gaps. */
const BLOCK = 20;

interface Series {
  marketCode: string;
  /** YYYY-MM-DD */
  day: string;
}

/**
 * Gives order numbers out of blocks that this process took from the counter of a market's day. Taken before the order's
 * transaction, so that no transaction holds the counter's row until its commit and makes all checkouts queue.
 */
@Injectable()
export class OrderNumbers {
  private readonly free = new Map<string, number[]>();
  private readonly taking = new Map<string, Promise<void>>();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** "GB-261121-0007" */
  async take(series: Series): Promise<string> {
    const key = prefixOf(series);
    for (;;) {
      const next = this.free.get(key)?.shift();
      if (next !== undefined) return `${key}${String(next).padStart(4, '0')}`;
      await this.takeBlock(key, series);
    }
  }

  /** The order was not written: the next one gets its number. */
  giveBack(number: string): void {
    const at = number.lastIndexOf('-') + 1;
    this.free.get(number.slice(0, at))?.unshift(Number(number.slice(at)));
  }

  /** Those who wait wait for one trip together. */
  private takeBlock(key: string, { marketCode, day }: Series): Promise<void> {
    const under = this.taking.get(key);
    if (under) return under;
    const trip = (async () => {
      const { rows } = await sql<{ last: number }>`
        INSERT INTO order_number AS n (market_code, day, last) VALUES (${marketCode}, ${day}, ${BLOCK})
        ON CONFLICT (market_code, day) DO UPDATE SET last = n.last + ${BLOCK} RETURNING last`.execute(this.database);
      const last = rows[0]?.last ?? BLOCK;
      for (const old of this.free.keys()) if (old.startsWith(`${marketCode}-`) && old < key) this.free.delete(old);
      this.free.set(key, [...(this.free.get(key) ?? []), ...Array.from({ length: BLOCK }, (_, index) => last - BLOCK + 1 + index)]);
    })().finally(() => this.taking.delete(key));
    this.taking.set(key, trip);
    return trip;
  }
}

export const prefixOf = ({ marketCode, day }: Series): string => `${marketCode}-${day.slice(2).replaceAll('-', '')}-`;
