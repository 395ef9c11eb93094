import { randomUUID } from 'node:crypto';
import type { CorrectStockAnswer, CountAnswer, TransferAnswer } from '@oneshelf/contracts';
import type { Article } from './shelf';
import type { Office } from './office';
import type { OutsideRecord } from './outside-record';
import type { Product } from './product';
import type { Random } from './random';
import type { Till } from './till';

interface Kit { product: Product; record: OutsideRecord; office: Office; tills: readonly Till[] }
interface Problem { code?: string }

/**
 * Those who move, count and put right: each act has a key that is written into the document itself, so that a person can
 * look afterwards how often it stands there.
 */
export class StockRoom {
  constructor(private readonly kit: Kit) {}

  /** Found or gone, by the page of corrections or by the adjustments of other systems. */
  async correct({ variantId }: Article, locationId: string, { pieces, random }: { pieces: number; random: Random }): Promise<void> {
    const key = randomUUID();
    const entry = { variantId, pieces, outcome: 'open' as 'open' | 'done' | 'refused' };
    this.kit.record.corrections.set(key, entry);
    const deltaMilli = pieces * 1000;
    const { status, body } = random.happens(0.5)
      ? await this.kit.office.send<Problem>('stock/adjustments', { locationId, reason: key, lines: [{ variantId, deltaMilli }] }, key)
      : await this.kit.office.send<Problem & Partial<CorrectStockAnswer>>('stock/corrections', { kind: 'adjust', reason: pieces > 0 ? 'found' : 'theft', note: key, moves: [{ variantId, locationId, deltaMilli }] }, key);
    if (status >= 300 && body.code !== 'insufficient_stock') throw new Error(`A correction was refused: ${JSON.stringify(body)}`);
    entry.outcome = status < 300 ? 'done' : 'refused';
  }

  /** Asked for and agreed. Null: it goes no further. */
  async askTransfer({ variantId }: Article, { from, to, pieces }: { from: string; to: string; pieces: number }): Promise<void> {
    const key = randomUUID();
    const { status, body } = await this.kit.office.send<TransferAnswer & Problem>('stock/transfers', { fromLocationId: from, toLocationId: to, approve: true, note: key, lines: [{ variantId, quantityMilli: pieces * 1000 }] }, key);
    if (status >= 300) throw new Error(`A transfer was refused: ${JSON.stringify(body)}`);
    this.kit.record.transfers.set(key, { id: body.id, lineId: body.lines[0]?.id ?? '', variantId, pieces, status: 'approved', road: 0, received: 0, damaged: 0, missing: 0, surplus: 0 });
  }

  /** The next step of a transfer that somebody asked for: it is sent, or something of it is received. */
  async moveTransfer(random: Random): Promise<void> {
    const waiting = [...this.kit.record.transfers.values()].filter((transfer) => !transfer.isBusy && transfer.status !== 'closed' && transfer.status !== 'refused');
    if (waiting.length === 0) return;
    const transfer = random.pick(waiting);
    transfer.isBusy = true;
    if (transfer.status === 'approved') {
      const { status, body } = await this.kit.office.send<Problem>(`stock/transfers/${transfer.id}/ship`, {}, randomUUID());
      if (status >= 300 && body.code !== 'insufficient_stock') throw new Error(`A transfer could not be sent: ${JSON.stringify(body)}`);
      Object.assign(transfer, status < 300 ? { status: 'shipped', road: transfer.pieces } : { status: 'refused' });
    } else {
      const damaged = random.happens(0.2) ? 1 : 0;
      const missing = transfer.road > damaged && random.happens(0.2) ? 1 : 0;
      const received = random.below(transfer.road - damaged - missing + 1);
      const surplus = random.happens(0.1) || received + damaged + missing === 0 ? 1 : 0;
      const line = { lineId: transfer.lineId, receivedMilli: received * 1000, damagedMilli: damaged * 1000, missingMilli: missing * 1000, surplusMilli: surplus * 1000 };
      const { status, body } = await this.kit.office.send<Problem>(`stock/transfers/${transfer.id}/receipts`, { lines: [line] }, randomUUID());
      if (status >= 300) throw new Error(`A transfer could not be received: ${JSON.stringify(body)}`);
      const road = transfer.road - received - damaged - missing;
      Object.assign(transfer, { road, received: transfer.received + received, damaged: transfer.damaged + damaged, missing: transfer.missing + missing, surplus: transfer.surplus + surplus, status: road === 0 ? 'closed' : 'shipped' });
    }
    transfer.isBusy = false;
  }

  /** Planned, scanned at a till while it sells, closed and posted; a repetition of the last two finds them done. */
  async count({ variantId, sku }: Article, till: Till, random: Random): Promise<void> {
    const key = randomUUID();
    const entry = { id: '', variantId, counted: 0, isPosted: false };
    this.kit.record.counts.set(key, entry);
    const planned = await this.kit.office.send<CountAnswer & Problem>('stock/counts', { locationId: till.locationId, title: key, codes: [sku], mode: random.happens(0.3) ? 'freeze' : 'live', recountUnitsMilli: 1_000_000_000, recountValueMinor: 1_000_000_000 }, key);
    if (planned.status >= 300) throw new Error(`A count was refused: ${JSON.stringify(planned.body)}`);
    entry.id = planned.body.id;
    const [shelf] = await this.kit.product.query<{ pieces: number }>(`SELECT ((sellable_milli + held_milli + committed_milli + allotted_milli + safety_milli) / 1000)::int AS pieces FROM stock_level WHERE variant_id = $1 AND location_id = $2`, [variantId, till.locationId]);
    entry.counted = Math.max(1, (shelf?.pieces ?? 0) + random.below(5) - 2);
    await till.scan([{ id: randomUUID(), countId: entry.id, variantId, round: 1, quantityMilli: entry.counted * 1000, personId: 'sam', personName: 'Sam', scannedAt: new Date().toISOString() }]);
    for (const step of [{ path: 'close', body: { notScanned: 'leave' } }, { path: 'post', body: {} }]) {
      const { status, body } = await this.kit.office.send<Problem>(`stock/counts/${entry.id}/${step.path}`, step.body);
      if (status >= 300 && body.code !== 'wrong_status') throw new Error(`A count could not be taken on (${step.path}): ${JSON.stringify(body)}`);
    }
    entry.isPosted = true;
  }
}
