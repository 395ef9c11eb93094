import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type DeviceActor, newId, type Tx } from '@oneshelf/platform';

@Injectable()
export class DeviceRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async byTokenHash(tokenHash: string): Promise<DeviceActor | null> {
    const row = await this.database.selectFrom('device').selectAll().where('token_hash', '=', tokenHash).where('revoked_at', 'is', null).executeTakeFirst();
    return row ? { kind: 'device', id: row.id, name: `till ${row.register_id}`, registerId: row.register_id, locationId: row.location_id, epoch: row.epoch } : null;
  }

  async seen(deviceId: string): Promise<void> {
    await this.database.updateTable('device').set({ last_seen_at: new Date() }).where('id', '=', deviceId).execute();
  }

  /** Gives the register's device this code; makes the device where the register had none. */
  async offerCode(tx: Tx, offer: { registerId: string; locationId: string; codeHash: string; expiresAt: Date }): Promise<void> {
    const values = { enrolment_code_hash: offer.codeHash, enrolment_expires_at: offer.expiresAt };
    const updated = await tx.updateTable('device').set(values).where('register_id', '=', offer.registerId).returning('id').executeTakeFirst();
    if (!updated) await tx.insertInto('device').values({ id: newId(), register_id: offer.registerId, location_id: offer.locationId, ...values }).execute();
  }

  /** Spends the code: the device gets the token and a new epoch. Null when no device waits with this code. */
  async takeCode(tx: Tx, { codeHash, tokenHash }: { codeHash: string; tokenHash: string }) {
    return tx
      .updateTable('device')
      .set((device) => ({ token_hash: tokenHash, enrolment_code_hash: null, enrolled_at: new Date(), revoked_at: null, epoch: device('epoch', '+', 1) }))
      .where('enrolment_code_hash', '=', codeHash)
      .where('enrolment_expires_at', '>', new Date())
      .returning(['id', 'register_id', 'location_id', 'epoch'])
      .executeTakeFirst();
  }

  /** Which register a code that still works was made for. */
  async registerOfCode(tx: Tx, codeHash: string): Promise<string | null> {
    const row = await tx.selectFrom('device').select('register_id').where('enrolment_code_hash', '=', codeHash).where('enrolment_expires_at', '>', new Date()).executeTakeFirst();
    return row?.register_id ?? null;
  }

  list() {
    return this.database.selectFrom('device').select(['id', 'register_id', 'location_id', 'epoch', 'enrolled_at', 'last_seen_at', 'revoked_at']).execute();
  }

  async revoke(tx: Tx, registerId: string): Promise<boolean> {
    const row = await tx.updateTable('device').set({ revoked_at: new Date(), token_hash: null }).where('register_id', '=', registerId).returning('id').executeTakeFirst();
    return row !== undefined;
  }
}
