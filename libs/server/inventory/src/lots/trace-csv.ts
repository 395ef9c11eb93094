import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { csvCell } from '../stock-sheet/levels-csv';
import { LotsQuery } from './lots.query';

/** A recall of more than this has a project of its own. */
const MOST_MOVES = 100_000;

/** Every move of a lot as a file, newest first: which sales, orders and places had it. */
@Injectable()
export class TraceCsv {
  constructor(
    private readonly lots: LotsQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** Null: there is no such lot. */
  async of(lotId: string): Promise<string | null> {
    const found = await this.lots.trace(lotId, new Date(), MOST_MOVES);
    if (!found) return null;
    const { locations } = await this.organisation.read();
    const head = ['at', 'sku', 'lot', 'expires_on', 'location', 'from', 'to', 'quantity', 'cause', 'document', 'reason', 'by'];
    const rows = found.moves.map((move) => [move.occurredAt, found.product.sku, found.lot.code, found.lot.expiresOn, locations.get(move.locationId)?.code, move.from, move.to, move.quantityMilli / 1000, move.causeKind, move.causeId, move.reason, move.actor]);
    return [head, ...rows].map((row) => `${row.map((cell) => csvCell(String(cell ?? ''))).join(',')}\n`).join('');
  }
}
