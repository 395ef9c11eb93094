import { Injectable } from '@nestjs/common';
import type { AddBinsAnswer, AddBinsRequest, BinFileAnswer, BinFileRequest, SetBinPlacesRequest } from '@oneshelf/contracts';
import { binRange, closedTo, readBinCode } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { hasRole, recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { BinRepository } from './bin.repository';
import { type BinFileProblem, type BinFileRow, readBinFile } from './read-bin-file';

export interface BinRefusal { kind: 'unknown_location' | 'not_allowed_here' | 'not_a_range' | 'unknown_variant' | 'unknown_bin' | 'closed_bin'; message: string }
type KnownRow = BinFileRow & { variantId: string | null };

const SHOWN = 500;

/** Bins of a location, and which product stands where. No stock moves by it. */
@Injectable()
export class PutBinsUseCase {
  constructor(
    private readonly bins: BinRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
    private readonly transactions: Transactions,
  ) {}

  async addRange(actor: StaffActor, { locationId, from, to }: AddBinsRequest): Promise<Result<AddBinsAnswer, BinRefusal>> {
    const no = await this.refusedAt(actor, locationId);
    if (no) return refuse(no);
    const range = binRange(from, to);
    if (!range) return refuse({ kind: 'not_a_range', message: `From ${from} to ${to} is no range of bins. Write both like A-01 and A-12: the same aisle, the last number as long in both, at most 500 at once. Nothing was added.` });
    const added = await this.transactions.write(async (tx) => {
      const count = await this.bins.add(tx, locationId, range);
      await recordAudit(tx, { actor, action: 'add_bins', subject: 'location', subjectId: locationId, after: { from: range[0]?.code, to: range.at(-1)?.code, added: count } });
      return count;
    });
    return ok({ added, known: range.length - added });
  }

  /** Where one product stands in one location, its home first. */
  async setPlaces(actor: StaffActor, variantId: string, { locationId, codes }: SetBinPlacesRequest): Promise<Result<void, BinRefusal>> {
    const no = await this.refusedAt(actor, locationId);
    if (no) return refuse(no);
    if (!(await this.variants.byIds([variantId])).has(variantId)) return refuse({ kind: 'unknown_variant', message: 'There is no product with this id. Nothing was changed.' });
    const wanted = [...new Set(codes.map((code) => readBinCode(code)?.code ?? code))];
    return this.transactions.run<void, BinRefusal>(async (tx) => {
      const known = await this.bins.known(tx, locationId, wanted);
      const missing = wanted.filter((code) => !known.has(code));
      if (missing.length > 0) return refuse({ kind: 'unknown_bin', message: `There is no bin ${missing.join(', ')} here. Nothing was changed. Add it on the bins of this location first.` });
      const closed = closedHere(await this.bins.closed(tx, locationId, wanted), variantId, wanted);
      if (closed.length > 0) return refuse({ kind: 'closed_bin', message: `Bin ${closed.join(', ')} is closed and takes nothing new. Nothing was changed. Choose another bin, or open it again on the bins of this location.` });
      await this.bins.place(tx, locationId, { variantIds: [variantId], places: wanted.map((code, index) => ({ code, variantId, isHome: index === 0, mostMilli: null })) });
      await recordAudit(tx, { actor, action: 'set_bin_places', subject: 'variant', subjectId: variantId, after: { locationId, codes: wanted } });
      return ok(undefined);
    });
  }

  /** A file whole or not at all; a dry run says what it would do. */
  async takeFile(actor: StaffActor, { locationId, csv, isDryRun }: BinFileRequest): Promise<Result<BinFileAnswer, BinRefusal>> {
    const no = await this.refusedAt(actor, locationId);
    if (no) return refuse(no);
    const { rows, problems } = readBinFile(csv);
    const known = await this.resolve(rows, problems);
    const bins = [...new Map(known.map(({ code, aisle, walk }) => [code, { code, aisle, walk }])).values()];
    const places = known.flatMap(({ code, variantId, isHome, mostMilli }) => (variantId ? [{ code, variantId, isHome, mostMilli }] : []));
    let isWritten = false;
    const newBins = await this.transactions.write(async (tx) => {
      const closed = await this.bins.closed(tx, locationId, bins.map(({ code }) => code));
      for (const row of known) if (row.variantId !== null && closedHere(closed, row.variantId, [row.code]).length > 0) problems.push({ row: row.row, column: 'bin', code: 'closed_bin', value: row.code });
      isWritten = !isDryRun && problems.length === 0;
      if (!isWritten) return bins.length - (await this.bins.known(tx, locationId, bins.map(({ code }) => code))).size;
      const added = await this.bins.add(tx, locationId, bins);
      await this.bins.place(tx, locationId, { variantIds: [...new Set(places.map(({ variantId }) => variantId))], places });
      await recordAudit(tx, { actor, action: 'take_bin_file', subject: 'location', subjectId: locationId, after: { bins: bins.length, places: places.length } });
      return added;
    });
    return ok({ rows: rows.length + problems.length, newBins, places: places.length, isWritten, problemCount: problems.length, problems: problems.sort((a, b) => a.row - b.row).slice(0, SHOWN) });
  }

  private async resolve(rows: BinFileRow[], problems: BinFileProblem[]): Promise<KnownRow[]> {
    const facts = await this.variants.bySkus([...new Set(rows.map(({ sku }) => sku).filter(Boolean))]);
    const [homes, pairs] = [new Set<string>(), new Set<string>()];
    return rows.map((row) => {
      const variantId = facts.get(row.sku)?.id ?? null;
      if (row.sku !== '' && variantId === null) problems.push({ row: row.row, column: 'sku', code: 'unknown_sku', value: row.sku });
      if (variantId !== null && (pairs.has(`${row.sku}|${row.code}`) || (row.isHome && homes.has(row.sku)))) problems.push({ row: row.row, column: 'sku', code: row.isHome ? 'two_homes' : 'twice', value: row.sku });
      pairs.add(`${row.sku}|${row.code}`);
      if (row.isHome && row.sku !== '') homes.add(row.sku);
      return { ...row, variantId };
    });
  }

  private async refusedAt(actor: StaffActor, locationId: string): Promise<BinRefusal | null> {
    const place = await this.organisation.findLocation(locationId);
    if (!place || place.kind === 'marketplace') return { kind: 'unknown_location', message: 'There is no such location of ours. Nothing was changed.' };
    return hasRole(actor, ['operations', 'store_manager'], locationId) ? null : { kind: 'not_allowed_here', message: `You may not set bins at ${place.name}. Nothing was changed. Ask a manager of that location.` };
  }
}

const closedHere = (closed: { code: string; variantIds: string[] }[], variantId: string, codes: readonly string[]): string[] =>
  closedTo(codes, { closed: new Set(closed.map(({ code }) => code)), standing: new Set(closed.filter(({ variantIds }) => variantIds.includes(variantId)).map(({ code }) => code)) });
