import type { ExplainLocale } from './explain-line-sentences';

interface QuoteSentences {
  basketPromotion: string;
  basketShare: string;
  basketShareOf: string;
  lineShare: string;
  byHand: string;
  ownBook: string;
  ownPrice: string;
  shipping: string;
  shippingDiscounted: string;
  taxIncluded: string;
  taxAdded: string;
  taxOnce: string;
  reliefs: Record<'exempt' | 'reverse_charge' | 'export', string>;
  adjusted: string;
  total: string;
  totalDiscounted: string;
  frozen: string;
}

/** What is said of a whole quote, beside the sentences of its lines. */
export const quoteSentences: Record<ExplainLocale, QuoteSentences> = {
  en: {
    basketPromotion: '“{name}” takes {amount} off the whole purchase.',
    basketShare: 'The lines share it by what they cost: {list}.',
    basketShareOf: '{amount} {title}',
    lineShare: 'Its share of “{name}”: {amount}.',
    byHand: '{amount} was taken off by hand.',
    ownBook: '{amount} from your own price book.',
    ownPrice: '{amount} was set by hand.',
    shipping: 'Delivery: {total}.',
    shippingDiscounted: 'Delivery: {list}, less {discount}: {total}.',
    taxIncluded: '{tax}, {country}: {amount} is included in {gross}.',
    taxAdded: '{tax}, {country}: {amount} is added to {net}.',
    taxOnce: 'Tax is rounded once for each rate, on the sum, and shared out to the lines; a line may differ by the smallest coin from its own percentage.',
    reliefs: {
      exempt: 'No tax is charged: the buyer is exempt.',
      reverse_charge: 'No tax is charged: the buyer accounts for it (reverse charge).',
      export: 'No tax is charged: the goods leave the tax territory. Duties of the destination may come on top.',
    },
    adjusted: 'Prices change by {amount} because another tax applies than the one they contain.',
    total: 'Together {list}: to pay {total}.',
    totalDiscounted: 'Together {list}, less {discount}: to pay {total}.',
    frozen: 'Each piece keeps its share of discounts and tax: a return gives back exactly what was paid for it.',
  },
  de: {
    basketPromotion: '„{name}“ zieht {amount} vom ganzen Einkauf ab.',
    basketShare: 'Die Zeilen tragen ihn nach ihrem Preis: {list}.',
    basketShareOf: '{amount} {title}',
    lineShare: 'Anteil an „{name}“: {amount}.',
    byHand: '{amount} wurden von Hand abgezogen.',
    ownBook: '{amount} aus Ihrer eigenen Preisliste.',
    ownPrice: '{amount} wurde von Hand gesetzt.',
    shipping: 'Versand: {total}.',
    shippingDiscounted: 'Versand: {list}, abzüglich {discount}: {total}.',
    taxIncluded: '{tax}, {country}: {amount} sind in {gross} enthalten.',
    taxAdded: '{tax}, {country}: {amount} kommen zu {net} hinzu.',
    taxOnce: 'Die Steuer wird je Satz einmal auf die Summe gerundet und auf die Zeilen verteilt; eine Zeile kann um die kleinste Münze von ihrem eigenen Prozentsatz abweichen.',
    reliefs: {
      exempt: 'Keine Steuer: der Käufer ist befreit.',
      reverse_charge: 'Keine Steuer: der Käufer schuldet sie (Umkehr der Steuerschuld).',
      export: 'Keine Steuer: die Ware verlässt das Steuergebiet. Abgaben des Ziellandes können hinzukommen.',
    },
    adjusted: 'Die Preise ändern sich um {amount}, weil eine andere Steuer gilt als die, die sie enthalten.',
    total: 'Zusammen {list}: zu zahlen {total}.',
    totalDiscounted: 'Zusammen {list}, abzüglich {discount}: zu zahlen {total}.',
    frozen: 'Jedes Stück behält seinen Anteil an Abzügen und Steuer: eine Rückgabe erstattet genau, was dafür bezahlt wurde.',
  },
};
