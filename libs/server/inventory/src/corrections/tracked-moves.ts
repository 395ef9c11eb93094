import type { CorrectStockRequest } from '@oneshelf/contracts';
import { handPiecesToName, type HandMove, isStockBucket, lacksLots, namedPieces, type NamedPiecesRefusal } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import { type KnownLot, knowLots, lotKey, readLots } from '../lots/know-lots';
import { poolOf, unnamedAt } from '../serials/unnamed-pieces';

type Which = Pick<CorrectStockRequest['moves'][number], 'serials' | 'lots'>;
/** A move by hand, and which units it moves as far as somebody said so. */
export type AskedMove = HandMove & { which: Which };

export type TrackedRefusal = { variantId: string; locationId: string; message: string } & (NamedPiecesRefusal | { kind: 'lots_required'; namedMilli: number; quantityMilli: number } | { kind: 'lot_unknown'; lotCode: string } | { kind: 'expiry_missing'; lotCode: string });

/**
 * Which pieces and lots a person moves by hand (INV-135, 137): no number of a product that is told apart changes without
 * them. One move for each piece and lot. Statements: 0; of products with serials 1, with lots that are said 1 or 2.
 */
export async function namedMoves(tx: Tx, moves: readonly AskedMove[], facts: ReadonlyMap<string, { trackedBy: string; title: string }>): Promise<Result<HandMove[], TrackedRefusal>> {
  const of = (trackedBy: string) => moves.filter((move) => facts.get(move.variantId)?.trackedBy === trackedBy);
  const [bySerial, byLot] = [of('serial'), of('lot')];
  const unnamed = bySerial.length > 0 ? await unnamedAt(tx, bySerial.filter((move) => isStockBucket(move.from))) : new Map<string, number>();
  const lots = await lotsOf(tx, byLot);
  const all: HandMove[] = [];
  for (const move of moves) {
    const title = facts.get(move.variantId)?.title ?? '';
    const parts = bySerial.includes(move) ? pieces(move, { unnamed, title }) : byLot.includes(move) ? ofLots(move, { lots, title }) : ok([plain(move)]);
    if (!parts.ok) return parts;
    all.push(...parts.value);
  }
  return ok(all);
}

const plain = ({ which: _which, ...move }: AskedMove): HandMove => move;

/** What comes names every piece; what leaves all but as many as lie there without a serial. */
function pieces(move: AskedMove, { unnamed, title }: { unnamed: Map<string, number>; title: string }): Result<HandMove[], TrackedRefusal> {
  const { variantId, locationId, quantityMilli } = move;
  const count = Math.ceil(quantityMilli / 1000);
  const there = unnamed.get(poolOf(move)) ?? 0;
  const given = namedPieces(move.which.serials ?? [], { pieces: Math.floor(quantityMilli / 1000), atLeast: handPiecesToName(move.from, count, there) });
  if (!given.ok) return refuse({ ...given.refusal, variantId, locationId, message: `${title} is told apart by serial numbers: say which ${count === 1 ? 'piece it is' : `${count} pieces they are`}, each once. Nothing was changed.` });
  const rest = quantityMilli - given.value.length * 1000;
  unnamed.set(poolOf(move), there - Math.ceil(rest / 1000));
  return ok([...given.value.map((serialNumber) => ({ ...plain(move), quantityMilli: 1000, serialNumber })), ...(rest > 0 ? [{ ...plain(move), quantityMilli: rest }] : [])]);
}

/** What is found says its lot; what leaves without one goes first expired first out, as the ledger does it. */
function ofLots(move: AskedMove, { lots, title }: { lots: Map<string, KnownLot>; title: string }): Result<HandMove[], TrackedRefusal> {
  const { variantId, locationId, quantityMilli } = move;
  const said = move.which.lots ?? [];
  const namedMilli = said.reduce((sum, lot) => sum + lot.quantityMilli, 0);
  if (lacksLots(move.from, { quantityMilli, namedMilli })) return refuse({ kind: 'lots_required', namedMilli, quantityMilli, variantId, locationId, message: `${title} is kept by lot: say of which lot each unit is. Nothing was changed.` });
  if (said.length === 0) return ok([plain(move)]);
  const parts: HandMove[] = [];
  for (const { lotCode, quantityMilli: milli } of said) {
    const lot = lots.get(lotKey({ variantId, code: lotCode }));
    if (!lot) return refuse({ kind: 'lot_unknown', lotCode, variantId, locationId, message: `Lot ${lotCode} of ${title} is not known. Nothing was changed. Look at the label again.` });
    if (lot.expiresOn === null) return refuse({ kind: 'expiry_missing', lotCode, variantId, locationId, message: `Lot ${lotCode} of ${title} is new: say the day on which it expires. Nothing was changed.` });
    parts.push({ ...plain(move), quantityMilli: milli, lotId: lot.id });
  }
  return ok(parts);
}

/** The lots that are said; one that is found may be new, and is known from then on. */
async function lotsOf(tx: Tx, moves: readonly AskedMove[]): Promise<Map<string, KnownLot>> {
  const saidBy = (which: readonly AskedMove[]) => which.flatMap(({ variantId, which: { lots = [] } }) => lots.map(({ lotCode, expiresOn }) => ({ variantId, code: lotCode, ...(expiresOn === undefined ? {} : { expiresOn }) })));
  const [found, left] = [saidBy(moves.filter((move) => !isStockBucket(move.from))), saidBy(moves.filter((move) => isStockBucket(move.from)))];
  return new Map([...(left.length > 0 ? await readLots(tx, left) : []), ...(await knowLots(tx, found))]);
}
