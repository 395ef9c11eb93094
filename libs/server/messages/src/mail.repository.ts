import { Inject, Injectable } from '@nestjs/common';
import { MailWritten } from '@oneshelf/contracts';
import { type Database, DATABASE, newId, publish, type Tx } from '@oneshelf/platform';
import type { Mail } from './write-mail/mail';

@Injectable()
export class MailRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Stores the mail and has it sent after commit. One mail per cause and template, however often this is called. */
  async write(tx: Tx, causeId: string, mail: Mail): Promise<void> {
    const id = newId();
    const written = await tx
      .insertInto('mail_message')
      .values({ id, cause_id: causeId, template: mail.template, recipient: mail.recipient, locale: mail.locale, subject: mail.subject, html: mail.html, text: mail.text, status: 'queued' })
      .onConflict((conflict) => conflict.columns(['cause_id', 'template']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (written) await publish(tx, { type: MailWritten, key: id, payload: { mailId: id } });
  }

  /** Null when it was sent already. */
  async unsent(id: string): Promise<{ id: string; recipient: string; subject: string; html: string; text: string } | null> {
    const row = await this.database.selectFrom('mail_message').select(['id', 'recipient', 'subject', 'html', 'text']).where('id', '=', id).where('status', '<>', 'sent').executeTakeFirst();
    return row ?? null;
  }

  async sent(id: string): Promise<void> {
    await this.database.updateTable('mail_message').set({ status: 'sent', sent_at: new Date(), failure: null }).where('id', '=', id).execute();
  }

  async failed(id: string, failure: string): Promise<void> {
    await this.database.updateTable('mail_message').set({ status: 'failed', failure: failure.slice(0, 500) }).where('id', '=', id).execute();
  }
}
