import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface CustomerInput {
  email: string;
  name: string;
  locale?: string;
}

/** One customer per e-mail address, written in lower case. Two calls at once find the same row. */
@Injectable()
export class FindOrCreateCustomerUseCase {
  /** A name that is already there stays: a gift order must not rename a customer. */
  async run(tx: Tx, { email, name, locale = 'en' }: CustomerInput): Promise<{ id: string; isNew: boolean }> {
    const id = newId();
    const { rows } = await sql<{ id: string }>`
      INSERT INTO customer AS c (id, email, name, locale) VALUES (${id}, ${email.trim().toLowerCase()}, ${name.trim()}, ${locale})
      ON CONFLICT (email) DO UPDATE SET name = CASE WHEN c.name = '' THEN excluded.name ELSE c.name END
      RETURNING id`.execute(tx);
    const found = rows[0]?.id ?? id;
    return { id: found, isNew: found === id };
  }
}
