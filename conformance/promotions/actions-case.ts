import type { Rule } from './attribute-rules';

export interface ActionPromotion {
  code: string;
  type: 'standard' | 'buyget';
  campaign_id?: string | null;
  is_automatic?: boolean;
  status?: string;
  rules?: Rule[];
  application_method: {
    target_type: 'items' | 'shipping_methods' | 'order';
    type: 'fixed' | 'percentage';
    allocation?: 'each' | 'across' | 'once';
    value: number;
    max_quantity?: number | null;
    max_amount?: number | null;
    apply_to_quantity?: number;
    buy_rules_min_quantity?: number;
    target_rules?: Rule[];
    buy_rules?: Rule[];
  };
}

export interface Campaign {
  id: string;
  budget?: { type?: 'spend' | 'usage'; limit?: number | null; used?: number };
}

export interface ActionItem {
  id: string;
  quantity: number;
  subtotal: number;
  adjustments?: { id: string; code: string }[];
}

export interface Action {
  action: string;
  code: string;
  item_id?: string;
  shipping_method_id?: string;
  adjustment_id?: string;
  amount?: number;
}

export interface ActionsCase {
  id: string;
  campaigns: Campaign[];
  campaignUpdates: Campaign[] | null;
  promotions: ActionPromotion[];
  codes: string[];
  context: { currency_code?: string; items?: ActionItem[]; shipping_methods?: (Omit<ActionItem, 'quantity'>)[] } & Record<string, unknown>;
  options: { prevent_auto_promotions?: boolean } | null;
  expectedActions: Action[];
}

/** Amount by what happens to what for which code. */
export type Actions = Map<string, number>;

/** Deals of units first, then as they are listed; without those that the caller switched off. */
export function orderedPromotions({ promotions, options }: ActionsCase): ActionPromotion[] {
  const asked = promotions.filter(({ is_automatic, status }) => !(is_automatic && options?.prevent_auto_promotions) && (status ?? 'active') === 'active');
  return [...asked.filter(({ type }) => type === 'buyget'), ...asked.filter(({ type }) => type !== 'buyget')];
}
