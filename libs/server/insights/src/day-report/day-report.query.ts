import { Injectable } from '@nestjs/common';
import type { DayReport } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { LedgerFacts } from '@oneshelf/server-inventory';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { JournalOfDay } from '@oneshelf/server-payments';
import { ShiftsOfDay } from '@oneshelf/server-pos-sync';
import { IsvQuery } from '../measure-isv/isv.query';
import { currentBusinessDate } from './current-business-date';
import { dayBook } from './day-book';

export type DayReportRefusal = { kind: 'unknown_location'; message: string };

/** A business date (without one, the current one of these places), as the journal, the stock ledger and the shifts tell it. */
@Injectable()
export class DayReportReader {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly journal: JournalOfDay,
    private readonly ledger: LedgerFacts,
    private readonly shifts: ShiftsOfDay,
    private readonly isv: IsvQuery,
  ) {}

  async run({ date: asked, locationId, now }: { date: string | undefined; locationId: string | null; now: Date }): Promise<Result<DayReport, DayReportRefusal>> {
    const { channels, locations } = await this.organisation.read();
    if (locationId !== null && !locations.has(locationId)) return refuse({ kind: 'unknown_location', message: 'There is no such location. Choose one from the list.' });
    const places = [...locations.values()].filter((location) => locationId === null || location.id === locationId);
    const date = asked ?? currentBusinessDate(places, now);
    const [journal, units, shifts, isv] = await Promise.all([
      this.journal.run({ date, locationId }),
      this.ledger.handedOver(date, places.map(({ id, timeZone, businessDayStartsAt }) => ({ locationId: id, timeZone, startsAt: businessDayStartsAt }))),
      this.shifts.run({ date, locationId }),
      this.isv.run(now),
    ]);
    const currencies = [...new Set(journal.entries.map((entry) => entry.currency))].sort();
    return ok({ date, locationId, books: currencies.map((currency) => dayBook(currency, journal, (code) => channels.get(code)?.name ?? code)), units, shifts, isv });
  }
}
