import { Injectable } from '@nestjs/common';
import type { HowKept } from '@oneshelf/contracts';
import { howKeptProblem, type HowKeptProblem, type UnitsInUse } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { HowKeptRepository, type KeptVariant } from '@oneshelf/server-catalog/keeping';
import { UnitsInUseQuery } from './units-in-use.query';

export interface HowKeptRefusal { kind: HowKeptProblem | 'unknown_variant'; message: string }

/** Changes how a product is kept; refused where what is there, waits or comes would no longer be explained (INV-100). */
@Injectable()
export class ChangeHowKeptUseCase {
  constructor(
    private readonly variants: HowKeptRepository,
    private readonly unitsInUse: UnitsInUseQuery,
    private readonly transactions: Transactions,
  ) {}

  run(actor: Actor, variantId: string, asked: HowKept): Promise<Result<void, HowKeptRefusal>> {
    return this.transactions.run<void, HowKeptRefusal>(async (tx) => {
      const before = await this.variants.lock(tx, variantId);
      if (!before) return refuse({ kind: 'unknown_variant', message: 'There is no product with this id. Nothing was changed.' });
      const inUse = await this.unitsInUse.run(tx, variantId);
      const after = { trackedBy: asked.trackedBy, unit: asked.unit, isCatchWeight: asked.isCatchWeight, weightGrams: asked.weightGrams ?? before.weightGrams };
      const problem = howKeptProblem(before, { kind: before.kind, ...after }, inUse);
      if (problem) return refuse({ kind: problem, message: `${words(problem, before, inUse)} Nothing was changed.` });
      if (before.trackedBy === after.trackedBy && before.unit === after.unit && before.isCatchWeight === after.isCatchWeight && before.weightGrams === after.weightGrams) return ok(undefined);
      await this.variants.set(tx, variantId, asked);
      await recordAudit(tx, { actor, action: 'set_how_kept', subject: 'variant', subjectId: variantId, before: { trackedBy: before.trackedBy, unit: before.unit, isCatchWeight: before.isCatchWeight, weightGrams: before.weightGrams }, after });
      return ok(undefined);
    });
  }
}

function words(problem: HowKeptProblem, { sku, unit }: KeptVariant, { stockMilli, waitingMilli, expectedMilli }: UnitsInUse): string {
  const amount = (milli: number) => `${milli / 1000} ${unit}`;
  switch (problem) {
    case 'catch_weight_is_pieces': return 'Catch weight is counted in pieces and paid by what each weighs. Choose pieces; what is cut off by weight is kept by the kilogram.';
    case 'usual_weight_missing': return 'Say what a piece usually weighs: what came is worth something before it is weighed.';
    case 'catch_weight_component': return `${sku} is in a bundle, and a bundle has one price. Take it out of the bundle first.`;
    case 'catch_weight_in_use': return `${sku} is bought and sold by what its price is of today, and there are ${amount(stockMilli)} in stock, ${amount(waitingMilli)} that people wait for and ${amount(expectedMilli)} on the way. Sell or write off what is there and cancel what comes, or make a product of its own that is paid by its weight.`;
    case 'bundle_has_no_units': return `${sku} is a bundle: it is kept as its components. Say there how they are kept.`;
    case 'serial_is_a_piece': return 'A serial number is one piece. Choose pieces, or lots in place of serial numbers.';
    case 'unit_in_use': return `${sku} is counted in the unit of today: ${amount(stockMilli)} in stock, ${amount(waitingMilli)} that people wait for, ${amount(expectedMilli)} on the way. Sell or write off what is there and cancel what comes, or make a product of its own for the new unit.`;
  }
}
