import { Injectable } from '@nestjs/common';
import type { ReceiveTransferRequest, ShipTransferRequest } from '@oneshelf/contracts';
import { inTransitOf, namedPieces, type NamedPiecesRefusal, piecesNotSent, piecesToName } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { SerialWords } from '../serials/serial-words';
import { poolOf, unnamedAt } from '../serials/unnamed-pieces';
import type { StoredTransfer } from './transfer.repository';

type Line = StoredTransfer['lines'][number];
export type TransferPiecesRefusal = ((NamedPiecesRefusal | { kind: 'serial_not_sent'; serials: string[] }) & { lineId: string; message: string }) | Awaited<ReturnType<SerialWords['told']>>;

/** Which pieces leave with a transfer, which came, and which are given up. */
@Injectable()
export class TransferPieces {
  constructor(
    private readonly variants: VariantDirectory,
    readonly words: SerialWords,
  ) {}

  /** By line: the pieces that leave. All are named but as many as lie there without a serial; what is named must be here. */
  async leaving(tx: Tx, { fromLocationId: locationId }: StoredTransfer, { lines, request }: { lines: readonly Line[]; request: ShipTransferRequest }): Promise<Result<Map<string, string[]>, TransferPiecesRefusal>> {
    const facts = await this.variants.byIds([...new Set(lines.map((line) => line.variantId))]);
    const told = lines.filter((line) => facts.get(line.variantId)?.trackedBy === 'serial').map((line) => ({ ...line, locationId, from: 'sellable' as const }));
    const unnamed = told.length > 0 ? await unnamedAt(tx, told) : new Map<string, number>();
    const named = new Map<string, string[]>();
    for (const line of told) {
      const [pieces, title] = [Math.floor(line.shippedMilli / 1000), facts.get(line.variantId)?.title ?? ''];
      const given = namedPieces(request.lines?.find(({ lineId }) => lineId === line.lineId)?.serials ?? [], { pieces, atLeast: piecesToName(pieces, unnamed.get(poolOf(line)) ?? 0) });
      if (!given.ok) return refuse({ ...given.refusal, lineId: line.lineId, message: `${pieces} of ${title} leave: scan the serial number of each piece, once. Nothing was sent.` });
      named.set(line.lineId, given.value);
    }
    return ok(named);
  }

  /**
   * By line and state: what came is named; with what is given up go the pieces that were on the road and did not come.
   * Pieces of a transfer that was sent before its product was told apart have no names.
   */
  async arriving(tx: Tx, transfer: StoredTransfer, request: ReceiveTransferRequest): Promise<Result<Map<string, { good: string[]; damaged: string[]; missing: string[] }>, TransferPiecesRefusal>> {
    const rows = await tx.selectFrom('stock_serial').select(['variant_id', 'serial_number']).where('state', '=', 'transit').where('cause_id', '=', transfer.id).orderBy('serial_number').execute();
    const named = new Map<string, { good: string[]; damaged: string[]; missing: string[] }>();
    for (const line of request.lines) {
      const variantId = transfer.lines.find(({ lineId }) => lineId === line.lineId)?.variantId;
      const onRoad = rows.filter((row) => row.variant_id === variantId).map((row) => row.serial_number);
      if (onRoad.length === 0 && !line.serials?.length && !line.damagedSerials?.length) continue;
      const sent = transfer.lines.find(({ lineId }) => lineId === line.lineId);
      const unnamed = sent ? Math.max(0, Math.floor(inTransitOf(sent) / 1000) - onRoad.length) : 0;
      const read = (texts: readonly string[] = [], milli = 0) => namedPieces(texts, { pieces: Math.floor(milli / 1000), atLeast: Math.max(0, Math.floor(milli / 1000) - unnamed) });
      const [good, damaged] = [read(line.serials, line.receivedMilli), read(line.damagedSerials, line.damagedMilli)];
      const wrong = [good, damaged].find((one) => !one.ok);
      if (wrong && !wrong.ok) return refuse({ ...wrong.refusal, lineId: line.lineId, message: 'A piece that came is named once, and no more pieces than came. Nothing was received. Scan the pieces again.' });
      const came = [...(good.ok ? good.value : []), ...(damaged.ok ? damaged.value : [])];
      const strange = piecesNotSent(onRoad, came);
      if (strange.length > 0) return refuse({ kind: 'serial_not_sent', serials: strange, lineId: line.lineId, message: `Serial ${strange.join(', ')} was not sent with ${transfer.number}. Nothing was received. Set it aside, and receive the others.` });
      const missing = onRoad.filter((serial) => !came.includes(serial)).slice(0, Math.floor((line.missingMilli ?? 0) / 1000));
      named.set(line.lineId, { good: good.ok ? good.value : [], damaged: damaged.ok ? damaged.value : [], missing });
    }
    return ok(named);
  }
}
