import { Injectable } from '@nestjs/common';
import type { ReceiveGoods } from '@oneshelf/contracts';
import { receivedWeightProblem, type ReceivedWeightProblem } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { VariantDirectory } from '@oneshelf/server-catalog';
import type { PurchaseOrder } from '../purchase-order';

export interface LineWeight { weightMilli: number; usualWeightGrams: number }
export type ReceivedWeightsRefusal = { kind: ReceivedWeightProblem; lineId: string; message: string };

/** What the lines of catch weight weigh: their worth goes by it. */
@Injectable()
export class ReceivedWeights {
  constructor(private readonly variants: VariantDirectory) {}

  async of(order: PurchaseOrder, { lines }: ReceiveGoods): Promise<Result<Map<string, LineWeight>, ReceivedWeightsRefusal>> {
    const facts = await this.variants.byIds([...new Set(order.lines.map((line) => line.variantId))]);
    const weights = new Map<string, LineWeight>();
    for (const { lineId, goodMilli, checkedMilli, damagedMilli, weightMilli } of lines) {
      const variant = facts.get(order.lines.find(({ id }) => id === lineId)?.variantId ?? '');
      const usualWeightGrams = variant?.usualWeightGrams ?? null;
      const problem = receivedWeightProblem({ usualWeightGrams, quantityMilli: goodMilli + checkedMilli + damagedMilli, weightMilli });
      if (problem) return refuse({ kind: problem, lineId, message: words(problem, variant?.title ?? 'this product') });
      if (usualWeightGrams !== null && weightMilli !== undefined) weights.set(lineId, { weightMilli, usualWeightGrams });
    }
    return ok(weights);
  }
}

function words(problem: ReceivedWeightProblem, title: string): string {
  switch (problem) {
    case 'weight_missing': return `${title} is paid by its weight. Nothing was received. Weigh all pieces that came and give their weight in kilograms.`;
    case 'weight_not_asked': return `${title} is not paid by its weight, or none of it came. Nothing was received. Take its weight away.`;
  }
}
