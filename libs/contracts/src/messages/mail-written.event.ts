import * as z from 'zod';
import { defineEvent } from '../events/event-type';

/** A mail stands in the outbox folder's table and is to be sent. */
export const MailWritten = defineEvent('messages.mail-written.v1', z.object({ mailId: z.uuid() }));
