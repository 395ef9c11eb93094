import { Injectable } from '@nestjs/common';
import { refuse, type Result } from '@oneshelf/domain-kernel';
import type { FulfilmentStatus } from '@oneshelf/domain-orders';
import type { Tx } from '@oneshelf/platform';
import { type Order, RecordProgressUseCase } from '@oneshelf/server-orders';
import { type Part, PartRepository } from './part.repository';

export type OpenPartRefusal = { kind: 'not_found' } | { kind: 'wrong_status'; status: FulfilmentStatus };

/** Reads a part for a command. Its order is locked first, always: so a cancellation and a hand-over never cross. */
@Injectable()
export class OpenPart {
  constructor(
    private readonly parts: PartRepository,
    private readonly progress: RecordProgressUseCase,
  ) {}

  /** Refusals: not_found (also: of another location), wrong_status (also: the order is cancelled). */
  async run(tx: Tx, want: { id: string; locationId: string | null; statuses: FulfilmentStatus[] }): Promise<Result<{ part: Part; order: Order }, OpenPartRefusal>> {
    const seen = await this.parts.byId(tx, want.id);
    if (!seen || (want.locationId !== null && seen.locationId !== want.locationId)) return refuse({ kind: 'not_found' });
    const order = await this.progress.lock(tx, seen.orderId);
    const part = await this.parts.byId(tx, want.id);
    if (!order || !part) return refuse({ kind: 'not_found' });
    if (order.status !== 'placed') return refuse({ kind: 'wrong_status', status: 'cancelled' });
    return want.statuses.includes(part.status) ? { ok: true, value: { part, order } } : refuse({ kind: 'wrong_status', status: part.status });
  }
}
