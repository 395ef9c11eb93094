import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Grant, PREPARED, type Role } from '@oneshelf/platform';
import { sql } from 'kysely';
import { RecentAnswers } from './authenticate/recent-answers';

export interface StaffRecord {
  id: string;
  email: string;
  name: string;
  locale: string;
  passwordHash: string | null;
  grants: Grant[];
}

/** Who has a session. */
export type SignedInStaff = Omit<StaffRecord, 'passwordHash'>;

/** A person who may use the till of a store; the till checks the PIN against the hash, online or not. */
export interface TillStaff {
  id: string;
  name: string;
  pinSalt: string;
  pinHash: string;
  roles: Role[];
}

@Injectable()
export class StaffRepository {
  private readonly sessions = new RecentAnswers<SignedInStaff>();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async byEmail(email: string): Promise<StaffRecord | null> {
    const user = await this.database.selectFrom('staff_user').selectAll().where('email', '=', email).where('active', '=', true).executeTakeFirst();
    return user ? this.withGrants(user) : null;
  }

  /** Who has this session, with what they may do, at most a second old: asked by every request of the back-office. */
  bySessionHash(tokenHash: string): Promise<SignedInStaff | null> {
    return this.sessions.of(tokenHash, () => this.findSession(tokenHash));
  }

  /** Everyone with a PIN and a role at the store. */
  async atLocation(locationId: string): Promise<TillStaff[]> {
    const rows = await this.database
      .selectFrom('staff_user as u')
      .innerJoin('staff_role as r', 'r.user_id', 'u.id')
      .select(['u.id', 'u.name', 'u.pin_salt', 'u.pin_hash', 'r.role'])
      .where('u.active', '=', true)
      .where('u.pin_hash', 'is not', null)
      .where((where) => where.or([where('r.location_id', '=', locationId), where('r.location_id', 'is', null)]))
      .orderBy('u.name')
      .limit(500)
      .execute();
    const people = new Map<string, TillStaff>();
    for (const row of rows) {
      const person = people.get(row.id) ?? { id: row.id, name: row.name, pinSalt: row.pin_salt ?? '', pinHash: row.pin_hash ?? '', roles: [] };
      person.roles.push(row.role as Role);
      people.set(row.id, person);
    }
    return [...people.values()];
  }

  async openSession(session: { tokenHash: string; userId: string; expiresAt: Date }): Promise<void> {
    await this.database.insertInto('staff_session').values({ token_hash: session.tokenHash, user_id: session.userId, expires_at: session.expiresAt }).execute();
  }

  async closeSession(tokenHash: string): Promise<void> {
    await this.database.deleteFrom('staff_session').where((where) => where.or([where('token_hash', '=', tokenHash), where('expires_at', '<', new Date())])).execute();
    this.sessions.end(tokenHash);
  }

  private async findSession(tokenHash: string): Promise<SignedInStaff | null> {
    const { rows } = await sql<SignedInStaff>`${PREPARED}
      SELECT u.id, u.email, u.name, u.locale,
        (SELECT coalesce(json_agg(json_build_object('role', r.role, 'locationId', r.location_id)), '[]') FROM staff_role r WHERE r.user_id = u.id) AS grants
      FROM staff_session s JOIN staff_user u ON u.id = s.user_id
      WHERE s.token_hash = ${tokenHash} AND s.expires_at > ${new Date()}::timestamptz AND u.active`.execute(this.database);
    return rows[0] ?? null;
  }

  private async withGrants(user: { id: string; email: string; name: string; locale: string; password_hash: string | null }): Promise<StaffRecord> {
    const roles = await this.database.selectFrom('staff_role').select(['role', 'location_id']).where('user_id', '=', user.id).execute();
    const grants = roles.map((row) => ({ role: row.role as Role, locationId: row.location_id }));
    return { id: user.id, email: user.email, name: user.name, locale: user.locale, passwordHash: user.password_hash, grants };
  }
}
