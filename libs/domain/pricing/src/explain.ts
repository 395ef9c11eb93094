import { formatMoney } from '@oneshelf/domain-kernel';
import { explainLine, fill } from './explain-line';
import { sentences, type ExplainLocale } from './explain-line-sentences';
import { quoteSentences } from './explain-sentences';
import type { Quote, QuoteLine, QuoteTax } from './quote';

export interface ExplainWording {
  locale: ExplainLocale;
  /** `staff`: every book and promotion that was looked at, and who did what. `public`: what counted, and nobody's name. */
  audience: 'staff' | 'public';
  /** How a line is called. */
  titleOf: (line: QuoteLine) => string;
}

export interface QuoteExplanation {
  lines: { lineId: string; title: string; sentences: string[] }[];
  /** What came off the whole purchase, and how it was shared. */
  basket: string[];
  shipping: string[];
  taxes: string[];
  totals: string[];
}

interface Speech extends ExplainWording {
  money: (amountMinor: number) => string;
  say: (typeof quoteSentences)['en'];
}

/** Why a whole purchase costs what it costs, in plain sentences, from the stored quote alone (PRC-86, PRC-87). */
export function explain(quote: Quote, wording: ExplainWording): QuoteExplanation {
  const say = quoteSentences[wording.locale];
  const speech: Speech = { ...wording, say, money: (amountMinor) => formatMoney(amountMinor, quote.currency, sentences[wording.locale].formats) };
  return {
    lines: quote.lines.map((line) => ({ lineId: line.lineId, title: wording.titleOf(line), sentences: sayLine(line, quote, speech) })),
    basket: sayBasket(quote, speech), shipping: sayShipping(quote, speech), taxes: sayTaxes(quote, speech), totals: sayTotals(quote, speech),
  };
}

function sayLine(line: QuoteLine, { currency, promotions }: Quote, speech: Speech): string[] {
  const { say, money, audience } = speech;
  const ofBasket = new Set(promotions.map(({ promotionId }) => promotionId));
  const shared = line.trace.promotions.filter(({ promotionId, applied }) => applied && ofBasket.has(promotionId));
  const own = { ...line, trace: { ...line.trace, promotions: line.trace.promotions.filter((promotion) => !shared.includes(promotion)) } };
  const told = explainLine(audience === 'staff' ? own : withoutNames(own), speech.locale, currency);
  const before = audience === 'staff' ? told.slice(0, -2) : [...sayPrice(line, told[0] ?? '', speech), ...told.slice(1, -2), ...(line.trace.manual ?? []).map(({ amountMinor }) => fill(say.byHand, { amount: money(amountMinor) }))];
  return [...before, ...shared.map(({ name, amountMinor }) => fill(say.lineShare, { name, amount: money(amountMinor) })), ...told.slice(-2)];
}

/** Only what counted: the book that won and the promotions that took something off. Names of people are left out. */
const withoutNames = (line: QuoteLine): QuoteLine => ({
  ...line, trace: { candidates: line.trace.candidates.filter(({ won }) => won).slice(0, 1), promotions: line.trace.promotions.filter(({ applied }) => applied), tax: line.trace.tax },
});

/** A book of one customer is called by their name, and a price by hand by its reason: neither is for whoever holds the receipt. */
function sayPrice({ trace, listUnitMinor }: QuoteLine, told: string, { say, money }: Speech): string[] {
  const [winner] = trace.candidates;
  if (!winner) return [];
  if (trace.override || winner.because === 'price_override') return [fill(say.ownPrice, { amount: money(listUnitMinor) })];
  return [winner.because === 'customer_book' ? fill(say.ownBook, { amount: money(listUnitMinor) }) : told];
}

/** Promotions of the whole basket, each with the lines that bear it; those of shipping are said there. */
function sayBasket({ lines, promotions }: Quote, { say, money, titleOf }: Speech): string[] {
  return promotions.filter(({ applied }) => applied).flatMap(({ promotionId, name }) => {
    const shares = lines.flatMap((line) => line.trace.promotions.filter((each) => each.applied && each.promotionId === promotionId).map(({ amountMinor }) => ({ title: titleOf(line), amountMinor })));
    if (shares.length === 0) return [];
    const list = shares.map(({ title, amountMinor }) => fill(say.basketShareOf, { title, amount: money(amountMinor) })).join(', ');
    const amount = money(shares.reduce((sum, share) => sum + share.amountMinor, 0));
    return [fill(say.basketPromotion, { name, amount }), ...(shares.length > 1 ? [fill(say.basketShare, { list })] : [])];
  });
}

function sayShipping({ shipping = [] }: Quote, { say, money, locale }: Speech): string[] {
  return shipping.flatMap(({ promotions, listMinor, discountMinor, totalMinor }) => [
    ...promotions.filter(({ applied, amountMinor }) => applied && amountMinor > 0).map(({ name, because, amountMinor }) => fill(sentences[locale].promotion[because] ?? sentences[locale].promotion.unknown, { name, amount: money(amountMinor) })),
    fill(discountMinor > 0 ? say.shippingDiscounted : say.shipping, { list: money(listMinor), discount: money(discountMinor), total: money(totalMinor) }),
  ]);
}

function sayTaxes({ taxes, taxInclusive, lines }: Quote, speech: Speech): string[] {
  const { say, money } = speech;
  const reliefs = new Set(lines.map(({ trace }) => trace.tax.because));
  return [
    ...taxes.map((tax) => fill(taxInclusive ? say.taxIncluded : say.taxAdded, { tax: nameOf(tax, speech), country: countryOf(tax, speech), amount: money(tax.taxMinor), gross: money(tax.grossMinor), net: money(tax.netMinor) })),
    ...(['exempt', 'reverse_charge', 'export'] as const).filter((relief) => reliefs.has(relief)).map((relief) => say.reliefs[relief]),
    ...(taxes.some(({ taxMinor }) => taxMinor > 0) && lines.length > 1 ? [say.taxOnce] : []),
  ];
}

function sayTotals({ listMinor, discountMinor, totalMinor, lines, shipping = [] }: Quote, { say, money }: Speech): string[] {
  const adjustedMinor = [...lines, ...shipping].reduce((sum, { taxAdjustmentMinor = 0 }) => sum + taxAdjustmentMinor, 0);
  return [
    ...(adjustedMinor === 0 ? [] : [fill(say.adjusted, { amount: money(adjustedMinor) })]),
    fill(discountMinor > 0 ? say.totalDiscounted : say.total, { list: money(listMinor), discount: money(discountMinor), total: money(totalMinor) }),
    say.frozen,
  ];
}

function nameOf({ name, rateBasisPoints, ratePpm }: QuoteTax, { locale }: Speech): string {
  // Some taxes are called by their rate: “VAT 20%”.
  if (/\d/.test(name)) return name;
  const rate = new Intl.NumberFormat(sentences[locale].formats, { style: 'percent', maximumFractionDigits: 4 }).format(ratePpm === undefined ? rateBasisPoints / 10_000 : ratePpm / 1_000_000);
  return fill(sentences[locale].taxAtRate, { name, rate });
}

const countryOf = ({ country, jurisdiction }: QuoteTax, { locale }: Speech): string =>
  [new Intl.DisplayNames([sentences[locale].formats], { type: 'region', fallback: 'code' }).of(country) ?? country, ...(jurisdiction === undefined || jurisdiction === country ? [] : [jurisdiction])].join(', ');
