import { Module } from '@nestjs/common';
import { ListMailQuery } from './list-mail/list-mail.query';
import { MailRepository } from './mail.repository';

@Module({ providers: [MailRepository, ListMailQuery], exports: [MailRepository, ListMailQuery] })
export class MessagesModule {}
