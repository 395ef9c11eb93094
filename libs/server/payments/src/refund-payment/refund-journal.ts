import { Injectable } from '@nestjs/common';
import { businessDate } from '@oneshelf/domain-kernel';
import type { JournalLine } from '@oneshelf/domain-payments';
import type { Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PostJournalUseCase } from '../post-journal/post-journal.use-case';
import type { Refund } from './refund.repository';

/**
 * Books what became of a refund after its return was booked, beside that entry and never in it: it failed, so the money
 * is owed; it was paid after all. A refund whose return posted nothing posts nothing here.
 */
@Injectable()
export class RefundJournal {
  constructor(
    private readonly journal: PostJournalUseCase,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(tx: Tx, refund: Refund, posting: { causeKind: 'refund_failed' | 'refund_paid'; lines: JournalLine[] }): Promise<void> {
    const booked = await tx
      .selectFrom('journal_entry').select(['currency', 'location_id', 'channel_code']).where('cause_kind', '=', 'refund').where('cause_id', '=', refund.causeId).executeTakeFirst();
    if (!booked) return;
    const now = new Date().toISOString();
    const location = booked.location_id ? await this.organisation.findLocation(booked.location_id) : undefined;
    await this.journal.run(tx, {
      ...posting, causeId: `${refund.id}:${refund.tries}`, currency: booked.currency, locationId: booked.location_id, channelCode: booked.channel_code,
      businessDate: businessDate(now, location?.timeZone ?? 'UTC', location?.businessDayStartsAt ?? '00:00'), occurredAt: now,
    });
  }
}
