/** When a second person has to agree to a publish. Null: never for this. */
export interface ApprovalRule {
  /** More changed prices than this. */
  maxChanges: number | null;
  /** Any price below its cost. */
  belowCost: boolean;
  /** Any price below its floor, such as a minimum advertised price. */
  belowFloor: boolean;
  /** A margin on replayed sales that falls by more than this, in basis points: 200 are two points. */
  marginFallBasisPoints: number | null;
}

export interface ApprovalFacts {
  changes: number;
  belowCost: number;
  belowFloor: number;
  /** Margin on past sales at the prices of now and of the draft; null: no such sales. */
  marginBeforeBasisPoints: number | null;
  marginAfterBasisPoints: number | null;
}

export type ApprovalReason = { kind: 'many_changes' | 'below_cost' | 'below_floor' | 'margin_falls'; found: number; limit: number };

export const usualApprovalRule: ApprovalRule = { maxChanges: 1000, belowCost: true, belowFloor: true, marginFallBasisPoints: 200 };

/** Why a publish needs a second person; empty: it needs none (PRC-82). A margin in basis points, the rest counts. */
export function approvalReasons(rule: ApprovalRule, facts: ApprovalFacts): ApprovalReason[] {
  const { changes, belowCost, belowFloor, marginBeforeBasisPoints: before, marginAfterBasisPoints: after } = facts;
  const fall = before === null || after === null ? 0 : before - after;
  return [
    ...(rule.maxChanges !== null && changes > rule.maxChanges ? [{ kind: 'many_changes' as const, found: changes, limit: rule.maxChanges }] : []),
    ...(rule.belowCost && belowCost > 0 ? [{ kind: 'below_cost' as const, found: belowCost, limit: 0 }] : []),
    ...(rule.belowFloor && belowFloor > 0 ? [{ kind: 'below_floor' as const, found: belowFloor, limit: 0 }] : []),
    ...(rule.marginFallBasisPoints !== null && fall > rule.marginFallBasisPoints ? [{ kind: 'margin_falls' as const, found: fall, limit: rule.marginFallBasisPoints }] : []),
  ];
}
