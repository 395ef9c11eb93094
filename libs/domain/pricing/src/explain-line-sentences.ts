export type ExplainLocale = 'en' | 'de';

type Reasons = Record<string, string> & { unknown: string };

interface Sentences {
  /** How numbers are written. */
  formats: string;
  price: Reasons;
  promotion: Reasons;
  tax: Reasons;
  total: string;
  discounted: string;
}

/** One sentence per machine key of a trace. A key of a newer engine falls back to `unknown`, never to nothing. */
export const sentences: Record<ExplainLocale, Sentences> = {
  en: {
    formats: 'en-GB',
    price: {
      store_book: '{amount} from “{name}”, the price book of this store.',
      channel_book: '{amount} from “{name}”, the price book of this channel.',
      market_book: '{amount} from “{name}”, the price book of the market.',
      lower_precedence: '“{name}” says {amount}; a book closer to this sale comes first.',
      lower_priority: '“{name}” says {amount}; a book with a higher priority comes first.',
      earlier_release: '“{name}” says {amount}; a book that was published later comes first.',
      later_id: '“{name}” says {amount}; of two equal books the first by id counts.',
      not_active_yet: '“{name}” says {amount}, but does not apply yet.',
      no_longer_active: '“{name}” said {amount}, but does not apply any more.',
      unknown: '“{name}” says {amount}.',
    },
    promotion: {
      best_deal: '“{name}” takes {amount} off.',
      better_deal_applies: '“{name}” would take {amount} off; a better deal applies.',
      other_channel: '“{name}” would take {amount} off, but on other channels.',
      not_started: '“{name}” would take {amount} off, but has not started.',
      ended: '“{name}” would have taken {amount} off, but has ended.',
      unknown: '“{name}”: {amount}.',
    },
    tax: {
      included_in_price: '{name} at {rate} is included: {amount}.',
      added_to_price: '{name} at {rate} is added: {amount}.',
      unknown: '{name} at {rate}: {amount}.',
    },
    total: '{quantity} × {unit} = {total}.',
    discounted: '{quantity} × {unit} = {list}, less {discount}: {total}.',
  },
  de: {
    formats: 'de-DE',
    price: {
      store_book: '{amount} aus „{name}“, der Preisliste dieser Filiale.',
      channel_book: '{amount} aus „{name}“, der Preisliste dieses Kanals.',
      market_book: '{amount} aus „{name}“, der Preisliste des Marktes.',
      lower_precedence: '„{name}“ sagt {amount}; eine Liste, die näher an diesem Verkauf liegt, geht vor.',
      lower_priority: '„{name}“ sagt {amount}; eine Liste mit höherer Priorität geht vor.',
      earlier_release: '„{name}“ sagt {amount}; eine später veröffentlichte Liste geht vor.',
      later_id: '„{name}“ sagt {amount}; von zwei gleichen Listen zählt die erste nach Kennung.',
      not_active_yet: '„{name}“ sagt {amount}, gilt aber noch nicht.',
      no_longer_active: '„{name}“ sagte {amount}, gilt aber nicht mehr.',
      unknown: '„{name}“ sagt {amount}.',
    },
    promotion: {
      best_deal: '„{name}“ zieht {amount} ab.',
      better_deal_applies: '„{name}“ würde {amount} abziehen; ein besseres Angebot gilt.',
      other_channel: '„{name}“ würde {amount} abziehen, aber auf anderen Kanälen.',
      not_started: '„{name}“ würde {amount} abziehen, hat aber noch nicht begonnen.',
      ended: '„{name}“ hätte {amount} abgezogen, ist aber vorbei.',
      unknown: '„{name}“: {amount}.',
    },
    tax: {
      included_in_price: '{name} zu {rate} ist enthalten: {amount}.',
      added_to_price: '{name} zu {rate} kommt hinzu: {amount}.',
      unknown: '{name} zu {rate}: {amount}.',
    },
    total: '{quantity} × {unit} = {total}.',
    discounted: '{quantity} × {unit} = {list}, abzüglich {discount}: {total}.',
  },
};
