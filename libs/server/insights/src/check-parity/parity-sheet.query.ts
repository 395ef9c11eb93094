import { Injectable } from '@nestjs/common';
import type { ParityPlace } from '@oneshelf/contracts';
import { refuse, ok, type Result } from '@oneshelf/domain-kernel';
import { shelfPrices } from '@oneshelf/domain-pricing';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { BookAtInstant } from '@oneshelf/server-pricing';
import { DriftsQuery } from './drifts.query';
import { contextsOf, groupsOf, plainContext } from './parity-contexts';
import type { LiveSheet, ParitySheet } from './parity-sheet';

export type ParityRefusal = { kind: 'unknown_market'; message: string } | { kind: 'no_book'; message: string };
type SheetResult = Result<ParitySheet, ParityRefusal>;

/** Pages, filters and the table of one look are asked one after another: the same look is worked out once. */
const KEPT_MS = 5_000;
const KEPT_SHEETS = 6;

/** All prices of a market at an instant, and where a place asks for another one. */
@Injectable()
export class ParitySheetQuery {
  private readonly kept = new Map<string, { madeAt: number; sheet: Promise<SheetResult> }>();

  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly books: BookAtInstant,
    private readonly variants: VariantDirectory,
    private readonly drifts: DriftsQuery,
  ) {}

  /** At most five seconds old. */
  run(marketCode: string, at: Date | null, now: Date): Promise<SheetResult> {
    const key = `${marketCode} ${at?.toISOString() ?? 'now'}`;
    const known = this.kept.get(key);
    if (known && now.getTime() - known.madeAt < KEPT_MS) return known.sheet;
    const sheet = this.make(marketCode, at, now);
    this.kept.delete(key);
    this.kept.set(key, { madeAt: now.getTime(), sheet });
    sheet.catch(() => this.kept.delete(key));
    for (const old of [...this.kept.keys()].slice(0, -KEPT_SHEETS)) this.kept.delete(old);
    return sheet;
  }

  private async make(marketCode: string, asked: Date | null, now: Date): Promise<SheetResult> {
    const directory = await this.organisation.read();
    const market = directory.markets.get(marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Choose one of the list.` });
    const releases = await this.books.releases(marketCode);
    const when = asked ?? now;
    const book = await this.books.run(marketCode, when, releases);
    if (!book) return refuse({ kind: 'no_book', message: `${market.name} had no prices then. Choose a later time.` });
    const [at, groups] = [when.toISOString(), groupsOf(book)];
    const contexts = contextsOf(market, directory, { groups, at });
    const variants = (await this.variants.active()).map(({ id, sku, title, variantTitle }) => ({ id, sku, title: variantTitle === '' ? title : `${title} · ${variantTitle}` }));
    const [plain = [], ...prices] = shelfPrices([plainContext(market, at), ...contexts.map(({ shelf }) => shelf)], variants.map(({ id }) => id), book);
    const moment = asked === null ? 'live' : asked > now ? 'coming' : 'past';
    const sheet: LiveSheet = { market, at, moment, book, groups, contexts, variants, prices, plain };
    const found = moment === 'live' ? await this.drifts.run(sheet) : { places: [], drifts: [] };
    return ok({ ...sheet, places: moment === 'live' ? [...shopsOf(sheet), ...found.places] : [], drifts: found.drifts });
  }
}

/** A shop asks the API for each page, and the API asks which book is live: it can have no other. */
function shopsOf({ contexts, prices, at, book }: LiveSheet): ParityPlace[] {
  return contexts.flatMap(({ named }, index) => {
    if (named.kind !== 'web' || named.customerGroup !== null) return [];
    const sold = (prices[index] ?? []).filter((price) => price !== null).length;
    return [{ id: named.channelCode, kind: 'shop' as const, channelCode: named.channelCode, locationId: null, registerName: null, bookVersion: book.version, at, known: sold, sold, drifts: 0 }];
  });
}
