import { Injectable } from '@nestjs/common';
import type { AddedCustomer, AddTillCustomer, TillCustomer } from '@oneshelf/contracts';
import { type Actor, recordAudit, Transactions, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { customerColumns } from '../customer-columns';

/** As it is dialled, so that it is found however it is written. */
const plainPhone = (phone: string | undefined): string | null => phone?.replace(/[^\d+]/g, '') || null;

/** A new customer from a till. One who has the e-mail address already is found, and stays as she is. */
@Injectable()
export class AddCustomerUseCase {
  constructor(private readonly transactions: Transactions) {}

  run(actor: Actor, { id, name, email, phone, locale }: AddTillCustomer, locationId: string | null): Promise<AddedCustomer> {
    return this.transactions.write(async (tx) => {
      const address = email?.trim().toLowerCase() ?? null;
      const { rows } = await sql<TillCustomer>`
        INSERT INTO customer (id, email, name, phone, locale) VALUES (${id}, ${address}, ${name.trim()}, ${plainPhone(phone)}, ${locale})
        ON CONFLICT DO NOTHING RETURNING ${customerColumns}`.execute(tx);
      const [added] = rows;
      if (!added) return { customer: await this.known(tx, id, address), isNew: false };
      await recordAudit(tx, { actor, action: 'add', subject: 'customer', subjectId: added.id, locationId, after: { name: added.name, email: added.email } });
      return { customer: added, isNew: true };
    });
  }

  private async known(tx: Tx, id: string, email: string | null): Promise<TillCustomer> {
    const { rows } = await sql<TillCustomer>`SELECT ${customerColumns} FROM customer WHERE id = ${id} OR email = ${email} ORDER BY id = ${id} DESC LIMIT 1`.execute(tx);
    const [found] = rows;
    if (!found) throw new Error(`Customer ${id} was neither added nor found.`);
    return found;
  }
}
