import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Authenticator, type Database, DATABASE } from '@oneshelf/platform';
import { DeviceRepository } from '../device.repository';
import { hashSecret } from '../secrets';
import { StaffRepository } from '../staff.repository';

/** Answers platform's question 'who sends this?' from our tables. */
@Injectable()
export class DatabaseAuthenticator implements Authenticator {
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
    const row = await this.database.selectFrom('api_key').selectAll().where('key_hash', '=', hashSecret(key)).where('revoked_at', 'is', null).executeTakeFirst();
    return row ? { kind: 'api_key', id: row.id, name: row.name, channelCode: row.channel_code, secret: row.kind === 'secret' } : null;
  }
}
