import { Injectable } from '@nestjs/common';
import { type HandMove, undoMoves } from '@oneshelf/domain-inventory';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { type Actor, newId, type Tx } from '@oneshelf/platform';
import type { InsufficientStock } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

interface Correction { id: string; reason: string; note: string; moves: readonly HandMove[] }

/** Writes a correction's movements, or the way back of them: one guarded operation, all or nothing. */
@Injectable()
export class PostCorrection {
  constructor(private readonly ledger: StockLedgerRepository) {}

  apply(tx: Tx, correction: Correction, actor: Actor): Promise<Result<null, InsufficientStock>> {
    return this.write(tx, { ...correction, operationId: correction.id }, actor);
  }

  undo(tx: Tx, correction: Correction, actor: Actor): Promise<Result<null, InsufficientStock>> {
    return this.write(tx, { ...correction, operationId: newId(), moves: undoMoves(correction.moves), note: ['undone', correction.note].filter(Boolean).join(', ') }, actor);
  }

  private async write(tx: Tx, { id, operationId, reason, note, moves }: Correction & { operationId: string }, actor: Actor): Promise<Result<null, InsufficientStock>> {
    const said = [reason, note].filter(Boolean).join(': ');
    const result = await this.ledger.apply(tx, { operationId, causeKind: 'adjustment', causeId: id, actor, occurredAt: new Date().toISOString(), entries: moves.map((move) => ({ ...move, reason: said })) });
    return result.ok ? ok(null) : result;
  }
}
