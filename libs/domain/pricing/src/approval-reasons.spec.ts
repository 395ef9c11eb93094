import { type ApprovalFacts, approvalReasons, usualApprovalRule } from './approval-reasons';

const facts = (more: Partial<ApprovalFacts> = {}): ApprovalFacts => ({ changes: 500, belowCost: 0, belowFloor: 0, marginBeforeBasisPoints: 4000, marginAfterBasisPoints: 4000, ...more });
const kinds = (more: Partial<ApprovalFacts>, rule = usualApprovalRule) => approvalReasons(rule, facts(more)).map(({ kind }) => kind);

it('PRC-82 lets 500 changes without a violation go by one person', () => {
  expect(kinds({})).toEqual([]);
  expect(kinds({ changes: 1000, marginAfterBasisPoints: 3800 })).toEqual([]);
  expect(kinds({ marginBeforeBasisPoints: null, marginAfterBasisPoints: null })).toEqual([]);
});

it('PRC-82 asks for a second person above a limit, and says which and by how much', () => {
  expect(approvalReasons(usualApprovalRule, facts({ changes: 1001, belowCost: 2, belowFloor: 1, marginAfterBasisPoints: 3799 }))).toEqual([
    { kind: 'many_changes', found: 1001, limit: 1000 }, { kind: 'below_cost', found: 2, limit: 0 }, { kind: 'below_floor', found: 1, limit: 0 }, { kind: 'margin_falls', found: 201, limit: 200 },
  ]);
});

it('PRC-82 goes by the market\'s own rule', () => {
  expect(kinds({ changes: 9999, belowCost: 3, belowFloor: 3, marginAfterBasisPoints: 0 }, { maxChanges: null, belowCost: false, belowFloor: false, marginFallBasisPoints: null })).toEqual([]);
  expect(kinds({ changes: 1 }, { ...usualApprovalRule, maxChanges: 0 })).toEqual(['many_changes']);
});
