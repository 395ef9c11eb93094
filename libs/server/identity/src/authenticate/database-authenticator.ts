import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Authenticator, type Database, DATABASE } from '@oneshelf/platform';
import { DeviceRepository } from '../device.repository';
import { hashSecret } from '../secrets';
import { StaffRepository } from '../staff.repository';

/** A key that is revoked opens nothing after this long; a shop window asks thousands of times a second with the same one. */
const KEY_AGE_MS = 1000;
const KEPT_KEYS = 1000;

/** Answers platform's question 'who sends this?' from our tables. */
@Injectable()
export class DatabaseAuthenticator implements Authenticator {
  private readonly keys = new Map<string, { at: number; actor: Actor }>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly staff: StaffRepository,
    private readonly devices: DeviceRepository,
  ) {}

  async bySession(token: string): Promise<Actor | null> {
    const user = await this.staff.bySessionHash(hashSecret(token));
    return user && { kind: 'staff', id: user.id, name: user.name, email: user.email, locale: user.locale, grants: user.grants };
  }

  byDeviceToken(token: string): Promise<Actor | null> {
    return this.devices.byTokenHash(hashSecret(token));
  }

  async byApiKey(key: string): Promise<Actor | null> {
    const hash = hashSecret(key);
    const known = this.keys.get(hash);
    if (known && Date.now() - known.at < KEY_AGE_MS) return known.actor;
    const row = await this.database.selectFrom('api_key').selectAll().where('key_hash', '=', hash).where('revoked_at', 'is', null).executeTakeFirst();
    this.keys.delete(hash);
    if (!row) return null;
    const actor: Actor = { kind: 'api_key', id: row.id, name: row.name, channelCode: row.channel_code, secret: row.kind === 'secret' };
    if (this.keys.size >= KEPT_KEYS) this.keys.clear();
    this.keys.set(hash, { at: Date.now(), actor });
    return actor;
  }
}
