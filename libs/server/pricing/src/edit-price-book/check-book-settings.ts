import { Injectable } from '@nestjs/common';
import type { PriceBookSettings } from '@oneshelf/contracts';
import { findCycle } from '@oneshelf/domain-pricing';
import type { Tx } from '@oneshelf/platform';
import { CustomerDirectory } from '@oneshelf/server-customers';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type Book, BookRepository } from '../book.repository';
import { ReadPriceScopes } from './price-scopes.query';

export type SettingsRefusal =
  | { kind: 'unknown_channel'; message: string }
  | { kind: 'unknown_location'; message: string }
  | { kind: 'unknown_customer'; message: string }
  | { kind: 'unknown_group'; message: string }
  | { kind: 'unknown_zone'; message: string }
  | { kind: 'unknown_region'; message: string }
  | { kind: 'empty_window'; message: string }
  | { kind: 'open_event'; message: string }
  | { kind: 'unknown_base'; message: string }
  | { kind: 'unknown_version'; message: string }
  | { kind: 'derivation_cycle'; chain: string[]; message: string };

interface Checked {
  bookId: string;
  marketCode: string;
  settings: PriceBookSettings;
}

const NOTHING = 'Nothing was changed.';

/** What stands against a book's settings; nothing where they can be saved. */
@Injectable()
export class CheckBookSettings {
  constructor(
    private readonly books: BookRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly customers: CustomerDirectory,
    private readonly scopes: ReadPriceScopes,
  ) {}

  /** Window and scope. Asked before the transaction: who holds the market's lock waits for no other connection. */
  async ofScope(marketCode: string, settings: PriceBookSettings): Promise<SettingsRefusal | null> {
    return refusedWindow(settings) ?? this.refusedScope(marketCode, settings);
  }

  private async refusedScope(marketCode: string, settings: PriceBookSettings): Promise<SettingsRefusal | null> {
    const { channelCode, locationId, customerId, customerGroup, priceZone, region } = settings;
    const { channels, locations } = await this.organisation.read();
    if (channelCode !== null && channels.get(channelCode)?.marketCode !== marketCode) return { kind: 'unknown_channel', message: `${channelCode} is not a channel of market ${marketCode}. ${NOTHING}` };
    if (locationId !== null && locations.get(locationId)?.marketCode !== marketCode) return { kind: 'unknown_location', message: `This store is not in market ${marketCode}. ${NOTHING}` };
    if (customerId !== null && !(await this.customers.names([customerId])).has(customerId)) return { kind: 'unknown_customer', message: `There is no customer with this id. ${NOTHING}` };
    if (customerGroup === null && priceZone === null && region === null) return null;
    const known = await this.scopes.of(marketCode);
    if (customerGroup !== null && !known.customerGroups.includes(customerGroup)) return { kind: 'unknown_group', message: `No customer is in the group ${customerGroup}. ${NOTHING}` };
    if (priceZone !== null && !known.priceZones.includes(priceZone)) return { kind: 'unknown_zone', message: `No store of market ${marketCode} is in the price zone ${priceZone}. ${NOTHING}` };
    if (region !== null && !known.regions.includes(region)) return { kind: 'unknown_region', message: `No store of market ${marketCode} is in the region ${region}. ${NOTHING}` };
    return null;
  }

  /** The book to derive from, under the market's lock: of two changes that would make a cycle together, the second is refused. */
  async ofBase(tx: Tx, { bookId, marketCode, settings: { derivedFrom } }: Checked): Promise<SettingsRefusal | null> {
    if (derivedFrom === null || derivedFrom.bookId === null) return null;
    const { bookId: baseId, versionId } = derivedFrom;
    const books = await this.books.ofMarket(marketCode, tx);
    if (!books.some((book) => book.id === baseId)) return { kind: 'unknown_base', message: `The book to derive from is not in market ${marketCode}. ${NOTHING}` };
    const chain = chainBackTo(books, bookId, baseId);
    if (chain) return { kind: 'derivation_cycle', chain, message: `The book would be derived from itself: ${chain.join(' → ')}. ${NOTHING}` };
    if (versionId === null) return null;
    const version = await tx.selectFrom('price_book_version').select('release_number').where('id', '=', versionId).where('book_id', '=', baseId).executeTakeFirst();
    return version?.release_number == null ? { kind: 'unknown_version', message: `This version of the base was never live. ${NOTHING}` } : null;
  }
}

function refusedWindow({ activeFrom, activeTo, isEvent }: PriceBookSettings): SettingsRefusal | null {
  if (activeFrom !== null && activeTo !== null && Date.parse(activeTo) <= Date.parse(activeFrom)) return { kind: 'empty_window', message: `The window ends before it starts. ${NOTHING}` };
  if (isEvent && (activeFrom === null || activeTo === null)) return { kind: 'open_event', message: `An occasion needs a start and an end. ${NOTHING}` };
  return null;
}

/** Names of the books from this one back to itself; null where there is no such way. */
function chainBackTo(books: readonly Book[], bookId: string, baseId: string): string[] | null {
  const derivedFrom = new Map(books.flatMap(({ id, settings }) => (settings.derivedFrom?.bookId ? [[id, settings.derivedFrom.bookId]] : [])));
  const way = findCycle(bookId, derivedFrom.set(bookId, baseId));
  return way?.map((id) => books.find((book) => book.id === id)?.settings.name ?? id) ?? null;
}
