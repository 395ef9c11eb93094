export type ExplainLocale = 'en' | 'de';

type Reasons = Record<string, string> & { unknown: string };

interface Sentences {
  /** How numbers are written. */
  formats: string;
  price: Reasons;
  promotion: Reasons;
  tax: Reasons;
  /** A tax whose name does not say its rate. */
  taxAtRate: string;
  total: string;
  discounted: string;
}

/** One sentence per machine key of a trace. A key of a newer engine falls back to `unknown`, never to nothing. */
export const sentences: Record<ExplainLocale, Sentences> = {
  en: {
    formats: 'en-GB',
    price: {
      customer_book: '{amount} from “{name}”, the price book of this customer.',
      event_book: '{amount} from “{name}”, the price book of this occasion.',
      store_book: '{amount} from “{name}”, the price book of this store.',
      zone_book: '{amount} from “{name}”, the price book of this price zone.',
      group_book: '{amount} from “{name}”, the price book of this customer group.',
      channel_book: '{amount} from “{name}”, the price book of this channel.',
      region_book: '{amount} from “{name}”, the price book of this region.',
      market_book: '{amount} from “{name}”, the price book of the market.',
      lower_precedence: '“{name}” says {amount}; a book closer to this sale comes first.',
      wider_window: '“{name}” says {amount}; a book for a shorter time comes first.',
      lower_priority: '“{name}” says {amount}; a book with a higher priority comes first.',
      earlier_release: '“{name}” says {amount}; a book that was published later comes first.',
      later_id: '“{name}” says {amount}; of two equal books the first by id counts.',
      not_active_yet: '“{name}” says {amount}, but does not apply yet.',
      no_longer_active: '“{name}” said {amount}, but does not apply any more.',
      quantity_too_low: '“{name}” says {amount}, but for a larger quantity.',
      unknown: '“{name}” says {amount}.',
    },
    promotion: {
      best_deal: '“{name}” takes {amount} off.',
      better_deal_applies: '“{name}” would take {amount} off; a better deal applies.',
      other_channel: '“{name}” would take {amount} off, but on other channels.',
      not_started: '“{name}” would take {amount} off, but has not started.',
      ended: '“{name}” would have taken {amount} off, but has ended.',
      stacked: '“{name}” takes {amount} off what is left.',
      exclusive: '“{name}” takes {amount} off and stands alone.',
      exclusive_applies: '“{name}” would take {amount} off; a promotion that stands alone applies.',
      nothing_to_reduce: '“{name}” finds nothing to take off here.',
      other_store: '“{name}” would take {amount} off, but in other stores.',
      outside_hours: '“{name}” would take {amount} off, but at other hours.',
      other_customer_group: '“{name}” would take {amount} off, but for other customers.',
      spend_too_low: '“{name}” would take {amount} off, but too little is spent yet.',
      quantity_too_low: '“{name}” would take {amount} off, but too few are bought yet.',
      other_loyalty_tier: '“{name}” would take {amount} off, but for another loyalty tier.',
      other_order_number: '“{name}” would take {amount} off, but for another order of this customer.',
      bought_too_little: '“{name}” would take {amount} off, but too little was bought before.',
      other_payment_method: '“{name}” would take {amount} off, but for another way to pay.',
      other_destination: '“{name}” would take {amount} off, but for another destination.',
      usage_limit_reached: '“{name}” would take {amount} off, but has been used as often as it may.',
      budget_spent: '“{name}” would take {amount} off, but its budget is spent.',
      code_used: '“{name}” would take {amount} off, but its code is used.',
      unknown: '“{name}”: {amount}.',
    },
    tax: {
      included_in_price: '{tax} is included: {amount}.',
      added_to_price: '{tax} is added: {amount}.',
      unknown: '{tax}: {amount}.',
    },
    taxAtRate: '{name} at {rate}',
    total: '{quantity} × {unit} = {total}.',
    discounted: '{quantity} × {unit} = {list}, less {discount}: {total}.',
  },
  de: {
    formats: 'de-DE',
    price: {
      customer_book: '{amount} aus „{name}“, der Preisliste dieses Kunden.',
      event_book: '{amount} aus „{name}“, der Preisliste dieses Anlasses.',
      store_book: '{amount} aus „{name}“, der Preisliste dieser Filiale.',
      zone_book: '{amount} aus „{name}“, der Preisliste dieser Preiszone.',
      group_book: '{amount} aus „{name}“, der Preisliste dieser Kundengruppe.',
      channel_book: '{amount} aus „{name}“, der Preisliste dieses Kanals.',
      region_book: '{amount} aus „{name}“, der Preisliste dieser Region.',
      market_book: '{amount} aus „{name}“, der Preisliste des Marktes.',
      lower_precedence: '„{name}“ sagt {amount}; eine Liste, die näher an diesem Verkauf liegt, geht vor.',
      wider_window: '„{name}“ sagt {amount}; eine Liste für kürzere Zeit geht vor.',
      lower_priority: '„{name}“ sagt {amount}; eine Liste mit höherer Priorität geht vor.',
      earlier_release: '„{name}“ sagt {amount}; eine später veröffentlichte Liste geht vor.',
      later_id: '„{name}“ sagt {amount}; von zwei gleichen Listen zählt die erste nach Kennung.',
      not_active_yet: '„{name}“ sagt {amount}, gilt aber noch nicht.',
      no_longer_active: '„{name}“ sagte {amount}, gilt aber nicht mehr.',
      quantity_too_low: '„{name}“ sagt {amount}, aber für eine größere Menge.',
      unknown: '„{name}“ sagt {amount}.',
    },
    promotion: {
      best_deal: '„{name}“ zieht {amount} ab.',
      better_deal_applies: '„{name}“ würde {amount} abziehen; ein besseres Angebot gilt.',
      other_channel: '„{name}“ würde {amount} abziehen, aber auf anderen Kanälen.',
      not_started: '„{name}“ würde {amount} abziehen, hat aber noch nicht begonnen.',
      ended: '„{name}“ hätte {amount} abgezogen, ist aber vorbei.',
      stacked: '„{name}“ zieht {amount} vom Rest ab.',
      exclusive: '„{name}“ zieht {amount} ab und steht allein.',
      exclusive_applies: '„{name}“ würde {amount} abziehen; eine Aktion, die allein steht, gilt.',
      nothing_to_reduce: '„{name}“ findet hier nichts abzuziehen.',
      other_store: '„{name}“ würde {amount} abziehen, aber in anderen Filialen.',
      outside_hours: '„{name}“ würde {amount} abziehen, aber zu anderen Zeiten.',
      other_customer_group: '„{name}“ würde {amount} abziehen, aber für andere Kunden.',
      spend_too_low: '„{name}“ würde {amount} abziehen, aber der Einkauf ist noch zu klein.',
      quantity_too_low: '„{name}“ würde {amount} abziehen, aber es sind noch zu wenige Stück.',
      other_loyalty_tier: '„{name}“ würde {amount} abziehen, aber für eine andere Treuestufe.',
      other_order_number: '„{name}“ würde {amount} abziehen, aber für eine andere Bestellung dieses Kunden.',
      bought_too_little: '„{name}“ würde {amount} abziehen, aber bisher wurde zu wenig gekauft.',
      other_payment_method: '„{name}“ würde {amount} abziehen, aber für eine andere Zahlart.',
      other_destination: '„{name}“ würde {amount} abziehen, aber für ein anderes Ziel.',
      usage_limit_reached: '„{name}“ würde {amount} abziehen, ist aber so oft genutzt, wie sie darf.',
      budget_spent: '„{name}“ würde {amount} abziehen, aber ihr Budget ist verbraucht.',
      code_used: '„{name}“ würde {amount} abziehen, aber der Code ist verbraucht.',
      unknown: '„{name}“: {amount}.',
    },
    tax: {
      included_in_price: '{tax} ist enthalten: {amount}.',
      added_to_price: '{tax} kommt hinzu: {amount}.',
      unknown: '{tax}: {amount}.',
    },
    taxAtRate: '{name} zu {rate}',
    total: '{quantity} × {unit} = {total}.',
    discounted: '{quantity} × {unit} = {list}, abzüglich {discount}: {total}.',
  },
};
