import { Injectable } from '@nestjs/common';
import { useGrant } from '@oneshelf/domain-inventory';
import { invariant } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
import { RegisterGrantRepository, type StoredGrant } from '../grant-to-register/register-grant.repository';
import { ReservationRepository } from '../reservation.repository';
import { byPiece } from '../serials/by-piece';
import type { SerialElsewhere } from '../serials/serial-verdicts';
import type { StockEntry } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface SellAtCounterInput {
  saleId: string;
  /** The till's own id of this operation; sent twice it applies once. */
  operationId: string;
  locationId: string;
  lines: CounterLine[];
  actor: Actor;
  deviceId: string | null;
  /** Whose own units are taken first; absent: nobody's. */
  registerId?: string;
  /** ISO instant, by the till's clock. */
  occurredAt: string;
}

interface CounterLine {
  variantId: string;
  quantityMilli: number;
  /** The pieces of it that were read, as they are kept. */
  serials?: readonly string[];
}

export interface CounterSale {
  /** False when this operation had been applied before; then nothing was changed now. */
  applied: boolean;
  /** What was sold beyond what the system knew to be there, and whose promise that breaks: the newest one at the place. */
  overrides: { variantId: string; quantityMilli: number; brokenPromise: { orderId: string; orderLineId: string } | null }[];
  /** Pieces that the system believed to be somewhere else. */
  elsewhere: SerialElsewhere[];
}

/** A paid sale at a counter: the register's own units, then sellable → customer. It always posts; below zero the level carries an override. */
@Injectable()
export class SellAtCounterUseCase {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly grants: RegisterGrantRepository,
    private readonly reservations: ReservationRepository,
  ) {}

  /** Never refuses. Statements: 1; with a register 2, and 3 more where it holds units; with serials 2 or 3 more. */
  async run(tx: Tx, input: SellAtCounterInput): Promise<CounterSale> {
    if (input.lines.length === 0) return { applied: true, overrides: [], elsewhere: [] };
    const held = input.registerId === undefined ? [] : await this.grants.lock(tx, input.registerId, input.lines.map((line) => line.variantId));
    if (held.length > 0 && (await this.grants.isApplied(tx, input.operationId))) return { applied: false, overrides: [], elsewhere: [] };
    const { entries, grants } = split(input, held);
    const result = await this.ledger.applyNamed(tx, {
      operationId: input.operationId,
      causeKind: 'sale',
      causeId: input.saleId,
      actor: input.actor,
      deviceId: input.deviceId,
      occurredAt: input.occurredAt,
      entries,
      mayOverride: true,
    });
    invariant(result.ok, 'A sale at a counter is never short');
    const { applied, overrides, elsewhere } = result.value;
    if (applied) await this.grants.write(tx, grants);
    const named = await Promise.all(overrides.map(async ({ variantId, locationId, quantityMilli }) => ({ variantId, quantityMilli, brokenPromise: await this.reservations.newestAt(tx, { variantId, locationId }) })));
    return { applied, overrides: named, elsewhere };
  }
}

/** What comes of each line from the register's own units, and from the shelf. */
function split({ lines, locationId, registerId }: SellAtCounterInput, held: StoredGrant[]): { entries: StockEntry[]; grants: StoredGrant[] } {
  const grants = new Map(held.filter((grant) => grant.locationId === locationId).map((grant) => [grant.variantId, grant]));
  const entries = lines.flatMap(({ variantId, quantityMilli, serials = [] }): StockEntry[] => {
    const grant = grants.get(variantId);
    const used = grant ? useGrant(grant, quantityMilli) : { fromGrantMilli: 0 };
    if (grant && 'grant' in used) grants.set(variantId, { ...grant, ...used.grant });
    const fromShelf = quantityMilli - used.fromGrantMilli;
    const fromGrant = Math.floor(used.fromGrantMilli / 1000);
    return [
      ...byPiece(used.fromGrantMilli > 0 ? [{ variantId, locationId, from: 'allotted' as const, to: 'customer' as const, quantityMilli: used.fromGrantMilli, registerId: registerId ?? '' }] : [], serials.slice(0, fromGrant)),
      ...byPiece(fromShelf > 0 ? [{ variantId, locationId, from: 'sellable' as const, to: 'customer' as const, quantityMilli: fromShelf }] : [], serials.slice(fromGrant)),
    ];
  });
  return { entries, grants: [...grants.values()] };
}
