import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Authenticator, type Database, DATABASE } from '@oneshelf/platform';
import { DeviceRepository } from '../device.repository';
import { hashSecret } from '../secrets';
import { StaffRepository } from '../staff.repository';
import { RecentAnswers } from './recent-answers';

/** Answers platform's question 'who sends this?' from our tables. */
@Injectable()
export class DatabaseAuthenticator implements Authenticator {
  private readonly keys = new RecentAnswers<Actor>();

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

  byApiKey(key: string): Promise<Actor | null> {
    const hash = hashSecret(key);
    return this.keys.of(hash, () => this.findApiKey(hash));
  }

  private async findApiKey(hash: string): Promise<Actor | null> {
    const row = await this.database.selectFrom('api_key').selectAll().where('key_hash', '=', hash).where('revoked_at', 'is', null).executeTakeFirst();
    return row ? { kind: 'api_key', id: row.id, name: row.name, channelCode: row.channel_code, secret: row.kind === 'secret' } : null;
  }
}
