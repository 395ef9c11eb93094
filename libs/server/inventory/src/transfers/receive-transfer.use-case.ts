import { Injectable } from '@nestjs/common';
import type { ReceiveTransferRequest } from '@oneshelf/contracts';
import { isSettled, receiptMoves, type ReceiptRefusal, receiveTransfer, type TransferReceiptLine } from '@oneshelf/domain-inventory';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, Commands, type IdempotencyRefusal, newId, recordAudit, type Tx } from '@oneshelf/platform';
import { lotsOnTheRoad } from '../lots/lots-of-document';
import { byPiece } from '../serials/by-piece';
import { StockLedgerRepository } from '../stock-ledger.repository';
import { named, worksAt } from '../stock-worker';
import { TransferPieces, type TransferPiecesRefusal } from './transfer-pieces';
import { TransferExpectation } from './transfer-expectation';
import { type StoredTransfer, TransferRepository } from './transfer.repository';

export type ReceiveTransferRefusal = IdempotencyRefusal | TransferPiecesRefusal | ReceiptRefusal | { kind: 'not_found' } | { kind: 'wrong_status'; status: string } | { kind: 'not_allowed_here'; locationId: string };

interface ReceiveInput { id: string; actor: Actor; key: string; request: ReceiveTransferRequest }
interface Receipt { transfer: StoredTransfer; lines: StoredTransfer['lines']; given: TransferReceiptLine[]; request: ReceiveTransferRequest; actor: Actor }

/**
 * Goods arrive, in one or more receipts: transit → sellable or damaged; what will not come any more is given up
 * (transit → shrink) and shows on Today. With nothing left on the road the transfer is closed, and its road is even.
 */
@Injectable()
export class ReceiveTransferUseCase {
  constructor(
    private readonly commands: Commands,
    private readonly transfers: TransferRepository,
    private readonly ledger: StockLedgerRepository,
    private readonly expectation: TransferExpectation,
    private readonly pieces: TransferPieces,
  ) {}

  run({ id, actor, key, request }: ReceiveInput): Promise<Result<{ closed: boolean }, ReceiveTransferRefusal>> {
    return this.commands.once<{ closed: boolean }, ReceiveTransferRefusal>({ scope: `receive-transfer:${actor.id}`, key, input: { id, request } }, async (tx) => {
      const transfer = await this.transfers.lock(tx, id);
      if (!transfer) return refuse({ kind: 'not_found' });
      if (!worksAt(actor, transfer.toLocationId, ['operations', 'store_manager', 'associate'])) return refuse({ kind: 'not_allowed_here', locationId: transfer.toLocationId });
      if (transfer.status !== 'shipped') return refuse({ kind: 'wrong_status', status: transfer.status });
      const given = request.lines.map(({ lineId, receivedMilli, damagedMilli = 0, missingMilli = 0, surplusMilli = 0 }) => ({ lineId, receivedMilli, damagedMilli, missingMilli, surplusMilli }));
      const after = receiveTransfer(transfer.lines, given);
      if (!after.ok) return after;
      const variantOf = new Map(transfer.lines.map((line) => [line.lineId, line.variantId]));
      const lines = after.value.map((line) => ({ ...line, variantId: variantOf.get(line.lineId) as string }));
      return this.receive(tx, { transfer, lines, given, request, actor: named(actor, request.staffName) });
    });
  }

  private async receive(tx: Tx, { transfer, lines, given, request, actor }: Receipt): Promise<Result<{ closed: boolean }, TransferPiecesRefusal>> {
    const { toLocationId: locationId } = transfer;
    const variantOf = (lineId: string): string => lines.find((line) => line.lineId === lineId)?.variantId as string;
    const pieces = await this.pieces.arriving(tx, transfer, request);
    if (!pieces.ok) return pieces;
    const moved = await this.ledger.applyNamed(tx, {
      operationId: newId(), causeKind: 'transfer', causeId: transfer.id, actor, deviceId: actor.kind === 'device' ? actor.id : null, occurredAt: new Date().toISOString(),
      entries: await lotsOnTheRoad(tx, transfer.id, given.flatMap((line) => receiptMoves(line).flatMap((entry) =>
        byPiece([{ ...entry, variantId: variantOf(line.lineId), locationId, reason: [transfer.number, entry.reason].filter(Boolean).join(': ') }], piecesOf(entry, pieces.value.get(line.lineId)))))),
    });
    if (!moved.ok && moved.refusal.kind === 'serial_elsewhere') return refuse(await this.pieces.words.told(moved.refusal, 'Nothing was received. It did not come with this transfer; set it aside.'));
    invariant(moved.ok, 'What comes from the road is never short');
    await this.transfers.writeLines(tx, lines);
    await this.expectation.say(tx, transfer, lines);
    const closed = isSettled(lines);
    if (closed) {
      await this.transfers.move(tx, transfer.id, { from: 'shipped', to: 'received' });
      invariant((await this.transfers.roadBalance(tx, transfer.id)) === 0, `Transfer ${transfer.number} closes with goods still on the road`);
    }
    await recordAudit(tx, { actor, action: closed ? 'receive and close' : 'receive', subject: 'transfer', subjectId: transfer.id, locationId, after: { lines: given } });
    return ok({ closed });
  }
}

/** The pieces of one of the moves; what came beyond what was sent has no names yet. */
function piecesOf({ from, to }: { from: string; to: string }, named: { good: string[]; damaged: string[]; missing: string[] } = { good: [], damaged: [], missing: [] }): string[] {
  if (from !== 'transit') return [];
  return to === 'sellable' ? named.good : to === 'damaged' ? named.damaged : named.missing;
}
