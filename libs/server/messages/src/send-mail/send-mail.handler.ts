import { MailWritten } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import { MailRepository } from '../mail.repository';
import { MailTransport } from './mail-transport';

/** Sends after commit. A repeated job sends nothing twice unless the process died between sending and noting it. */
@HandlesEvent({ id: 'messages.send-mail', event: MailWritten, queue: 'mail' })
export class SendMailHandler implements OutsideHandler<{ mailId: string }> {
  constructor(
    private readonly mails: MailRepository,
    private readonly transport: MailTransport,
  ) {}

  async perform({ mailId }: { mailId: string }): Promise<void> {
    const mail = await this.mails.unsent(mailId);
    if (!mail) return;
    try {
      await this.transport.send(mail);
    } catch (error) {
      await this.mails.failed(mailId, String(error));
      throw error;
    }
    await this.mails.sent(mailId);
  }
}
