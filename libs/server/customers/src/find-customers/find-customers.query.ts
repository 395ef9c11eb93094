import { Inject, Injectable } from '@nestjs/common';
import type { FoundCustomers, TillCustomer } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { customerColumns } from '../customer-columns';

const MOST = 20;
/** Fewer digits than this are no telephone number. */
const PHONE_DIGITS = 4;

/** Customers as a person at a till looks for them. */
@Injectable()
export class FindCustomers {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** By a part of the name, the beginning of the e-mail, digits of the telephone or the member code; whole member codes and names that begin with the words come first. Statements: 1. */
  async run(words: string): Promise<FoundCustomers> {
    const text = words.trim();
    const digits = text.replace(/\D/g, '').replace(/^0+/, '');
    const isPhone = digits.length >= PHONE_DIGITS && /^[\d\s+()/.-]+$/.test(text);
    const { rows } = await sql<TillCustomer>`
      SELECT ${customerColumns} FROM customer
      WHERE name ILIKE ${`%${escaped(text)}%`} OR email LIKE ${`${escaped(text.toLowerCase())}%`} OR member_code = ${memberCodeOf(text)}
        OR (${isPhone}::boolean AND phone LIKE ${`%${digits}%`})
      ORDER BY member_code = ${memberCodeOf(text)} DESC NULLS LAST, name ILIKE ${`${escaped(text)}%`} DESC, name, id LIMIT ${MOST + 1}`.execute(this.database);
    return { items: rows.slice(0, MOST), hasMore: rows.length > MOST };
  }

  /** Of a member's card; null where nobody has it. */
  async byMemberCode(code: string): Promise<TillCustomer | null> {
    const { rows } = await sql<TillCustomer>`SELECT ${customerColumns} FROM customer WHERE member_code = ${memberCodeOf(code)}`.execute(this.database);
    return rows[0] ?? null;
  }
}

/** Cards are compared in capitals without spaces and dashes. */
const memberCodeOf = (text: string): string => text.replace(/[\s-]+/g, '').toUpperCase();

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
