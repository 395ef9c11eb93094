import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@oneshelf/platform';
import { createTransport, type Transporter } from 'nodemailer';

export interface OutgoingMail {
  id: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
}

const TIMEOUT_MS = 15_000;

/** Sends by SMTP where SMTP_URL is set; else writes each mail as an .eml file into the folder mail of the data folder. */
@Injectable()
export class MailTransport {
  private readonly transporter: Transporter;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transporter = config.SMTP_URL
      ? createTransport(config.SMTP_URL, { connectionTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS } as object)
      : createTransport({ streamTransport: true, buffer: true });
  }

  async send(mail: OutgoingMail): Promise<void> {
    // The message id comes from our id, so a mail server can drop the second of two equal mails.
    const message = { from: this.config.MAIL_FROM, to: mail.recipient, subject: mail.subject, html: mail.html, text: mail.text, messageId: `<${mail.id}@oneshelf>` };
    const sent = (await this.transporter.sendMail(message)) as { message?: Buffer };
    if (this.config.SMTP_URL || !sent.message) return;
    const folder = path.join(this.config.ONESHELF_DATA, 'mail');
    await mkdir(folder, { recursive: true });
    // Written beside and renamed, so nobody reads half a mail.
    await writeFile(path.join(folder, `.${mail.id}`), sent.message);
    await rename(path.join(folder, `.${mail.id}`), path.join(folder, `${mail.id}.eml`));
  }
}
