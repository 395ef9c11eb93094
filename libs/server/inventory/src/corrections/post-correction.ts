import { Injectable } from '@nestjs/common';
import { type HandMove, undoMoves } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, newId, type Tx } from '@oneshelf/platform';
import type { InsufficientStock } from '../stock-entry';
import { SerialWords } from '../serials/serial-words';
import { StockLedgerRepository } from '../stock-ledger.repository';

export type PostRefusal = InsufficientStock | Awaited<ReturnType<SerialWords['told']>>;
interface Correction { id: string; reason: string; note: string; moves: readonly HandMove[] }

/** Writes a correction's movements, or the way back of them: one guarded operation, all or nothing. */
@Injectable()
export class PostCorrection {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly words: SerialWords,
  ) {}

  apply(tx: Tx, correction: Correction, actor: Actor): Promise<Result<null, PostRefusal>> {
    return this.write(tx, { ...correction, operationId: correction.id }, actor);
  }

  undo(tx: Tx, correction: Correction, actor: Actor): Promise<Result<null, PostRefusal>> {
    return this.write(tx, { ...correction, operationId: newId(), moves: undoMoves(correction.moves), note: ['undone', correction.note].filter(Boolean).join(', ') }, actor);
  }

  private async write(tx: Tx, { id, operationId, reason, note, moves }: Correction & { operationId: string }, actor: Actor): Promise<Result<null, PostRefusal>> {
    const said = [reason, note].filter(Boolean).join(': ');
    const result = await this.ledger.applyNamed(tx, { operationId, causeKind: 'adjustment', causeId: id, actor, occurredAt: new Date().toISOString(), entries: moves.map((move) => ({ ...move, reason: said })) });
    if (result.ok) return ok(null);
    return refuse(result.refusal.kind === 'serial_elsewhere' ? await this.words.told(result.refusal, 'Nothing was changed. Correct it where it is.') : result.refusal);
  }
}
