import { formatMoney } from '@oneshelf/domain-kernel';
import type { PromotionMiss, Winner } from '@oneshelf/domain-promotions';
import { fill } from './explain-line';
import { sentences, type ExplainLocale } from './explain-line-sentences';
import { missSentences } from './explain-miss-sentences';

export interface MissWording {
  locale: ExplainLocale;
  currency: string;
  /** Whose clock a date is said by, as 'Europe/London'. */
  timeZone: string;
}

/** Why a promotion did not apply, in one sentence with its figures, for the person who tries it out (PRC-42). */
export function explainMiss(miss: PromotionMiss, wording: MissWording): string {
  const { key, values } = wordsOf(miss, wordsFor(wording));
  return fill(missSentences[wording.locale][key], { name: miss.name, ...values });
}

type Key = keyof (typeof missSentences)['en'];

interface Words {
  money: (minor: number) => string;
  number: (value: number) => string;
  when: (instant: string) => string;
  list: (parts: readonly string[]) => string;
  either: (parts: readonly string[]) => string;
  winners: (by: readonly Winner[]) => string;
  hours: (hours: Extract<PromotionMiss, { kind: 'outside_hours' }>['hours']) => string;
}

interface Said {
  key: Key;
  values: Record<string, string>;
}

// One entry for each reason: long, but a table.
function wordsOf(miss: PromotionMiss, { money, number, when, list, either, winners, hours }: Words): Said {
  const say = (values: Record<string, string> = {}, key: string = miss.kind): Said => ({ key: key as Key, values });
  switch (miss.kind) {
    case 'other_channel': return say({ list: list(miss.channelCodes) });
    case 'not_started': return say({ when: when(miss.startsAt) });
    case 'ended': return say({ when: when(miss.endsAt) });
    case 'outside_hours': return say({ list: hours(miss.hours) });
    case 'other_customer_group': return say({ list: list(miss.customerGroups) });
    case 'usage_limit_reached': return miss.uses === null ? say({ uses: number(miss.usesPerCustomer ?? 0) }, 'usage_limit_reached_customer') : say({ uses: number(miss.uses) });
    case 'budget_spent': return say({ left: money(miss.leftMinor), budget: money(miss.budgetMinor) });
    case 'spend_too_low': case 'bought_too_little': return say({ have: money(miss.haveMinor), need: money(miss.needMinor), missing: money(miss.missingMinor) });
    case 'quantity_too_low': return say({ have: number(miss.haveMilli / 1000), need: number(miss.needMilli / 1000) });
    case 'too_few_units': return say({ have: number(miss.haveUnits), need: number(miss.needUnits) });
    case 'step_not_reached': return miss.by === 'spend' ? say({ have: money(miss.have), need: money(miss.need) }, 'step_not_reached_spend') : say({ have: number(miss.have / 1000), need: number(miss.need / 1000) }, 'step_not_reached_quantity');
    case 'other_order_number': return orderNumber(miss, number);
    case 'other_loyalty_tier': return say({ list: list(miss.tiers) });
    case 'other_payment_method': return say({ list: list(miss.methods) });
    case 'other_destination': return say({ list: list(miss.countries) });
    case 'other_attribute': return say({ list: either(miss.wanted.map(pairOf)), have: list(miss.have.map(pairOf)) }, miss.have.length === 0 ? 'other_attribute_none' : 'other_attribute');
    case 'other_shipping_method': return say({ list: list(miss.methodIds) });
    case 'beaten': case 'excluded_by_exclusive': return say({ list: winners(miss.by), would: money(miss.wouldTakeMinor) });
    case 'excluded_by_group': return say({ list: winners(miss.by), group: miss.group });
    default: return say();
  }
}

const pairOf = ({ name, value }: { name: string; value: string }): string => `${name} ${value}`;

function orderNumber({ have, from, to }: Extract<PromotionMiss, { kind: 'other_order_number' }>, number: (value: number) => string): Said {
  const need = to === from ? number(from) : `${number(from)}–${to === null ? '' : number(to)}`;
  return have === null ? { key: 'other_order_number_unknown', values: { need } } : { key: 'other_order_number', values: { need, have: number(have) } };
}

function wordsFor({ locale, currency, timeZone }: MissWording): Words {
  const { formats } = sentences[locale];
  const list = (parts: readonly string[]): string => new Intl.ListFormat(formats, { type: 'conjunction' }).format(parts);
  // 1 January 2024 was a Monday.
  const weekday = (day: number): string => new Intl.DateTimeFormat(formats, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
  const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return {
    money: (minor) => formatMoney(minor, currency, formats),
    number: (value) => new Intl.NumberFormat(formats, { maximumFractionDigits: 3 }).format(value),
    when: (instant) => new Intl.DateTimeFormat(formats, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(Date.parse(instant)),
    list,
    either: (parts) => new Intl.ListFormat(formats, { type: 'disjunction' }).format(parts),
    winners: (by) => (by.length === 0 ? missSentences[locale].unknown : list(by.map(({ name }) => name))),
    hours: (all) => list(all.map((one) => `${weekday(one.weekday)} ${clock(one.fromMinute)}–${clock(one.toMinute)}`)),
  };
}
