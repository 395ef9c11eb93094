import { Inject, Injectable } from '@nestjs/common';
import type { OperationResult } from '@oneshelf/contracts';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';

export interface OperationRow {
  id: string;
  deviceId: string;
  epoch: number;
  sequence: number;
  kind: string;
  payload: unknown;
  madeAt: string;
  result: OperationResult;
}

@Injectable()
export class DeviceOperationRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /**
   * Claims an operation for this transaction. False when it was applied before: then the first result stands. Two
   * deliveries at once wait for each other on the primary key.
   */
  async claim(tx: Tx, row: Omit<OperationRow, 'result'>): Promise<boolean> {
    const claimed = await tx
      .insertInto('device_operation')
      .values({ id: row.id, device_id: row.deviceId, epoch: row.epoch, sequence: row.sequence, kind: row.kind, payload: JSON.stringify(row.payload), outcome: 'applied', result: '{}', made_at: row.madeAt })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    return claimed !== undefined;
  }

  async finish(tx: Tx, id: string, result: OperationResult): Promise<void> {
    await tx.updateTable('device_operation').set({ outcome: result.outcome, result: JSON.stringify(result) }).where('id', '=', id).execute();
  }

  /** Keeps an operation that could not be applied, payload and all, so that nothing of it is lost. */
  async keepRefused(row: OperationRow): Promise<void> {
    await this.database
      .insertInto('device_operation')
      .values({ id: row.id, device_id: row.deviceId, epoch: row.epoch, sequence: row.sequence, kind: row.kind, payload: JSON.stringify(row.payload), outcome: row.result.outcome, result: JSON.stringify(row.result), made_at: row.madeAt })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  async resultOf(tx: Tx, id: string): Promise<OperationResult> {
    const row = await tx.selectFrom('device_operation').select('result').where('id', '=', id).executeTakeFirstOrThrow();
    return row.result as OperationResult;
  }

  /** Another operation of this device with the same place in its order: a restored backup, or a copied till. */
  async otherWithSequence(tx: Tx, row: { id: string; deviceId: string; epoch: number; sequence: number }): Promise<string | null> {
    const other = await tx
      .selectFrom('device_operation')
      .select('id')
      .where('device_id', '=', row.deviceId)
      .where('epoch', '=', row.epoch)
      .where('sequence', '=', row.sequence)
      .where('id', '<>', row.id)
      .limit(1)
      .executeTakeFirst();
    return other?.id ?? null;
  }

  async lastSequence(deviceId: string, epoch: number): Promise<number> {
    const row = await this.database.selectFrom('device_operation').select((last) => last.fn.max('sequence').as('last')).where('device_id', '=', deviceId).where('epoch', '=', epoch).executeTakeFirst();
    return row?.last ?? 0;
  }
}
