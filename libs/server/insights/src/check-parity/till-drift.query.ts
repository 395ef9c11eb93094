import { Injectable } from '@nestjs/common';
import type { ParityPlace, PriceDrift } from '@oneshelf/contracts';
import { driftCause, type PriceBook, shelfPrices } from '@oneshelf/domain-pricing';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type HeldBook, TillBookRepository } from '@oneshelf/server-pos-sync';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { driftRow, type FoundDrifts, type LiveSheet } from './parity-sheet';

/** Tills that still sell by another book than the live one, and what they ask for instead. */
@Injectable()
export class TillDriftQuery {
  constructor(
    private readonly books: LoadPriceBook,
    private readonly heldBooks: TillBookRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(sheet: LiveSheet): Promise<FoundDrifts> {
    const { registers } = await this.organisation.read();
    const stores = [...new Set(sheet.contexts.flatMap(({ named }) => named.locationId ?? []))];
    const held = await this.heldBooks.ofLocations(stores);
    const books = new Map<string, PriceBook | null>();
    for (const { bookVersion } of held) if (!books.has(bookVersion)) books.set(bookVersion, bookVersion === sheet.book.version ? sheet.book : await this.books.ofVersion(bookVersion));
    const found = held.map((till) => {
      const name = registers.get(till.registerId)?.name ?? till.registerId;
      const drifts = driftsOf(sheet, { till, name, book: books.get(till.bookVersion) ?? null });
      return { place: placeOf(sheet, { till, name, drifts }), drifts };
    });
    return { places: found.map(({ place }) => place), drifts: found.flatMap(({ drifts }) => drifts) };
  }
}

interface HeldAt {
  till: HeldBook;
  name: string;
  /** Null: there never was such a book. */
  book: PriceBook | null;
}

function driftsOf({ book: live, contexts, variants, prices }: LiveSheet, { till, name, book }: HeldAt): PriceDrift[] {
  if (till.bookVersion === live.version) return [];
  // What a till with an unknown book asks nobody knows: that is said once of each thing that it should sell.
  const here = contexts.map((context, index) => ({ context, expected: prices[index] ?? [] })).filter(({ context: { named } }) => named.locationId === till.locationId && (book !== null || named.customerGroup === null));
  const variantIds = variants.map(({ id }) => id);
  const asked = book && shelfPrices(here.map(({ context }) => context.shelf), variantIds, book);
  const state = { book: { version: till.bookVersion, isKnown: book !== null } };
  return here.flatMap(({ context: { named }, expected }, at) => variants.flatMap(({ id, sku, title }, index) => {
    const [expectedMinor, askedMinor] = [expected[index]?.priceMinor ?? null, asked ? (asked[at]?.[index]?.priceMinor ?? null) : undefined];
    const cause = driftCause({ expected: expectedMinor, asked: askedMinor }, state, live.version);
    if (cause === null || (askedMinor === undefined && expectedMinor === null)) return [];
    return [driftRow({
      id: `${till.registerId}|${id}|${named.customerGroup ?? ''}`, cause, variantId: id, sku, title, channelCode: named.channelCode, locationId: till.locationId, customerGroup: named.customerGroup,
      placeKind: 'till', placeName: name, expectedMinor, askedMinor: askedMinor ?? null, bookVersion: till.bookVersion, at: till.reportedAt.toISOString(),
    })];
  }));
}

function placeOf({ contexts, prices }: LiveSheet, { till, name, drifts }: { till: HeldBook; name: string; drifts: PriceDrift[] }): ParityPlace {
  const at = contexts.findIndex(({ named }) => named.locationId === till.locationId && named.customerGroup === null);
  const sold = (prices[at] ?? []).filter((price) => price !== null).length;
  return {
    id: till.registerId, kind: 'till', channelCode: contexts[at]?.named.channelCode ?? '', locationId: till.locationId, registerName: name, bookVersion: till.bookVersion, at: till.reportedAt.toISOString(),
    known: drifts.some(({ cause }) => cause === 'unknown_book') ? 0 : sold, sold, drifts: drifts.length,
  };
}
