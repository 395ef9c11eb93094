import { Injectable } from '@nestjs/common';
import type { ShipTransferRequest } from '@oneshelf/contracts';
import { moveTransfer, type TransferLine } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, Commands, type IdempotencyRefusal, newId, recordAudit, type Tx } from '@oneshelf/platform';
import { byPiece } from '../serials/by-piece';
import type { InsufficientStock } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';
import { named, worksAt } from '../stock-worker';
import { TransferPieces, type TransferPiecesRefusal } from './transfer-pieces';
import { TransferExpectation } from './transfer-expectation';
import { type StoredTransfer, TransferRepository } from './transfer.repository';

export type ShipTransferRefusal =
  | IdempotencyRefusal
  | InsufficientStock
  | TransferPiecesRefusal
  | { kind: 'not_found' }
  | { kind: 'wrong_status'; status: string }
  | { kind: 'not_allowed_here'; locationId: string }
  | { kind: 'unknown_line'; lineId: string }
  | { kind: 'nothing_to_ship' };

interface ShipInput { id: string; actor: Actor; key: string; request: ShipTransferRequest }

/** The goods leave the sender: sellable → transit in one guarded operation, all or nothing, never below zero. */
@Injectable()
export class ShipTransferUseCase {
  constructor(
    private readonly commands: Commands,
    private readonly transfers: TransferRepository,
    private readonly ledger: StockLedgerRepository,
    private readonly expectation: TransferExpectation,
    private readonly pieces: TransferPieces,
  ) {}

  /** Refuses what the sender does not have for sale. The same key again changes nothing. */
  run({ id, actor: caller, key, request }: ShipInput): Promise<Result<null, ShipTransferRefusal>> {
    return this.commands.once<null, ShipTransferRefusal>({ scope: `ship-transfer:${caller.id}`, key, input: { id, request } }, async (tx) => {
      const transfer = await this.transfers.lock(tx, id);
      if (!transfer) return refuse({ kind: 'not_found' });
      if (!worksAt(caller, transfer.fromLocationId, ['operations', 'store_manager', 'associate'])) return refuse({ kind: 'not_allowed_here', locationId: transfer.fromLocationId });
      const to = moveTransfer(transfer.status, 'ship');
      if (!to.ok) return refuse({ kind: 'wrong_status', status: transfer.status });
      const lines = shippedLines(transfer.lines, request);
      return lines.ok ? this.ship(tx, { transfer, lines: lines.value, request, actor: named(caller, request.staffName) }) : lines;
    });
  }

  private async ship(tx: Tx, { transfer, lines, request, actor }: { transfer: StoredTransfer; lines: StoredTransfer['lines']; request: ShipTransferRequest; actor: Actor }): Promise<Result<null, ShipTransferRefusal>> {
    const leaving = lines.filter((line) => line.shippedMilli > 0);
    if (leaving.length === 0) return refuse({ kind: 'nothing_to_ship' });
    const pieces = await this.pieces.leaving(tx, transfer, { lines: leaving, request });
    if (!pieces.ok) return pieces;
    const moved = await this.ledger.applyNamed(tx, {
      operationId: newId(), causeKind: 'transfer', causeId: transfer.id, actor, deviceId: actor.kind === 'device' ? actor.id : null, occurredAt: new Date().toISOString(),
      entries: leaving.flatMap((line) => byPiece([{ variantId: line.variantId, locationId: transfer.fromLocationId, from: 'sellable' as const, to: 'transit' as const, quantityMilli: line.shippedMilli, reason: transfer.number }], pieces.value.get(line.lineId))),
    });
    if (!moved.ok) return moved.refusal.kind === 'serial_elsewhere' ? refuse(await this.pieces.words.told(moved.refusal, 'Nothing was sent. Take the pieces that are here.')) : refuse(moved.refusal);
    await this.transfers.move(tx, transfer.id, { from: 'approved', to: 'shipped', shippedBy: actor.name });
    await this.transfers.writeLines(tx, lines);
    await this.expectation.say(tx, transfer, lines);
    await recordAudit(tx, { actor, action: 'ship', subject: 'transfer', subjectId: transfer.id, locationId: transfer.fromLocationId, after: { lines: leaving.map(({ variantId, shippedMilli }) => ({ variantId, shippedMilli })) } });
    return ok(null);
  }
}

/** Without lines everything that was asked for; a line that is not named does not leave. More than was asked may leave. */
function shippedLines<Line extends TransferLine>(lines: readonly Line[], { lines: given }: ShipTransferRequest): Result<Line[], { kind: 'unknown_line'; lineId: string }> {
  if (given === undefined) return ok(lines.map((line) => ({ ...line, shippedMilli: line.requestedMilli })));
  const unknown = given.find(({ lineId }) => !lines.some((line) => line.lineId === lineId));
  if (unknown) return refuse({ kind: 'unknown_line', lineId: unknown.lineId });
  const quantities = new Map(given.map(({ lineId, quantityMilli }) => [lineId, quantityMilli]));
  return ok(lines.map((line) => ({ ...line, shippedMilli: quantities.get(line.lineId) ?? 0 })));
}
