import { Module } from '@nestjs/common';
import { MailController } from './list-mail/mail.controller';
import { MessagesModule } from './messages.module';

@Module({ imports: [MessagesModule], controllers: [MailController] })
export class MessagesHttpModule {}
