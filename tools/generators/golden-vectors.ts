// Writes libs/domain/pricing/vectors/*.json: seeded baskets with the quotes that the engine gives for them. Run it again
// only when the engine's answers are meant to change (and raise engineVersion then); the difference is read in the review.
//   SWC_NODE_PROJECT=tsconfig.base.json node --import @swc-node/register/esm-register tools/generators/golden-vectors.ts
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { quoteBasket, type BasketBuyer, type BasketInput, type PriceBook, type PriceTier, type ScopedBook } from '@oneshelf/domain-pricing';
import type { Promotion } from '@oneshelf/domain-promotions';

const folder = path.resolve(import.meta.dirname, '../../libs/domain/pricing/vectors');
const collections = ['boots', 'tents', 'jackets', 'sale'];
const channels = ['till', 'web', 'amazon'];
const instants = ['2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00Z', '2026-06-15T12:00:00Z', '2026-11-27T06:00:00.000Z', '2026-11-30T23:59:59.999Z', '2026-12-01T00:00:00.000Z'];

/** Mulberry32: the same seed gives the same numbers on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

interface Market {
  file: string;
  seed: number;
  marketCode: string;
  currency: string;
  taxInclusive: boolean;
  rates: [taxClass: string, name: string, rateBasisPoints: number][];
  greatestPrice: number;
  stacking?: boolean;
  /** With the rewards of engine 3, shipping, and prices and discounts by hand. */
  byHand?: boolean;
  /** With pieces that are priced by their weight (PRC-107), and hands on some of them. */
  weighed?: boolean;
}

const markets: Market[] = [
  { file: 'gb-inclusive', seed: 11, marketCode: 'GB', currency: 'GBP', taxInclusive: true, rates: [['standard', 'VAT', 2000], ['reduced', 'VAT reduced', 500], ['zero', 'VAT zero', 0]], greatestPrice: 30_000 },
  { file: 'de-inclusive', seed: 22, marketCode: 'DE', currency: 'EUR', taxInclusive: true, rates: [['standard', 'USt', 1900], ['reduced', 'USt ermäßigt', 700], ['zero', 'USt frei', 0]], greatestPrice: 40_000, stacking: true },
  { file: 'us-exclusive', seed: 33, marketCode: 'US', currency: 'USD', taxInclusive: false, rates: [['standard', 'Sales tax', 888], ['reduced', 'Sales tax reduced', 225], ['zero', 'Exempt', 0]], greatestPrice: 25_000 },
  { file: 'jp-pennies', seed: 44, marketCode: 'JP', currency: 'JPY', taxInclusive: true, rates: [['standard', '消費税', 1000], ['reduced', '軽減税率', 800], ['zero', '非課税', 0]], greatestPrice: 12 },
  { file: 'ca-by-hand', seed: 55, marketCode: 'CA', currency: 'CAD', taxInclusive: false, rates: [['standard', 'GST', 500], ['reduced', 'GST reduced', 250], ['zero', 'Zero rated', 0]], greatestPrice: 20_000, stacking: true, byHand: true },
  { file: 'gb-weighed', seed: 66, marketCode: 'GB', currency: 'GBP', taxInclusive: true, rates: [['standard', 'VAT', 2000], ['reduced', 'VAT reduced', 500], ['zero', 'VAT zero', 0]], greatestPrice: 4000, byHand: true, weighed: true },
];

function makeBook(market: Market, next: (below: number) => number): PriceBook {
  const variantIds = Array.from({ length: 24 }, (_, index) => `v${String(index + 1).padStart(2, '0')}`);
  const some = (share: number): string[] => variantIds.filter(() => next(100) < share);
  const scoped = (name: string, scope: Partial<ScopedBook>, ids: string[]): ScopedBook => ({
    bookId: name.toLowerCase().replaceAll(' ', '-'), name, channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1,
    ...scope, prices: Object.fromEntries(ids.map((id) => [id, priceOf(next, market.greatestPrice)])),
  });
  const boost = market.greatestPrice / 100;
  const promotion = (promotionId: string, reward: Promotion['reward'], more: Partial<Promotion> = {}): Promotion => ({
    promotionId, name: `Offer ${promotionId}`, lane: reward.kind === 'basket' ? 'basket' : 'item', priority: next(3), channelCodes: [], conditions: [], reward,
    startsAt: '2026-02-01T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z', ...more,
  });
  const on = (): { collectionIds: string[] } => ({ collectionIds: [collections[next(4)] ?? 'sale'] });
  const percent = (percentBasisPoints: number): Promotion['reward'] => ({ kind: 'lines', per: 'unit', on: on(), discount: { percentBasisPoints } });
  const amount = (share: number): number => Math.round(boost * share);
  return {
    version: `${market.marketCode}:7`, marketCode: market.marketCode, currency: market.currency, taxInclusive: market.taxInclusive,
    books: [
      scoped('Base', {}, variantIds.slice(0, 21)), scoped('Base two', { release: 3 }, some(40)),
      scoped('Web', { channelCode: 'web' }, some(40)), scoped('Web first', { channelCode: 'web', priority: 5 }, some(20)),
      scoped('Store one', { locationId: 's1' }, some(30)), scoped('Store one till', { locationId: 's1', channelCode: 'till', priority: 1 }, some(20)),
      scoped('Members', { customerGroup: 'members' }, some(15)), scoped('Contract', { customerId: 'c1' }, some(15)),
      scoped('Black Friday', { priority: 9, activeFrom: '2026-11-27T06:00:00Z', activeTo: '2026-12-01T00:00:00Z', release: 4 }, some(50)),
    ],
    promotions: [
      promotion('p01', percent(1000)), promotion('p02', percent(2000), { channelCodes: ['web'] }), promotion('p03', percent(3333), { channelCodes: ['till', 'web'] }), promotion('p04', percent(10_000), { channelCodes: ['amazon'] }),
      promotion('p05', { kind: 'buy_get', buy: { on: on(), quantity: 2 }, get: { on: on(), quantity: 1, discount: { percentBasisPoints: 10_000 }, which: 'cheapest' } }),
      promotion('p06', { kind: 'bundle', parts: [{ on: on(), quantity: 2 }], priceMinor: amount(60) }, { customerGroups: ['members'] }),
      promotion('p07', { kind: 'tiers', on: on(), by: 'quantity', steps: [{ from: 3000, discount: { percentBasisPoints: 500 } }, { from: 6000, discount: { percentBasisPoints: 1500 } }] }),
      promotion('p08', { kind: 'lines', per: 'line', on: { maxUnitMinor: amount(50) }, discount: { amountOffMinor: amount(3) } }, { locationIds: ['s2'] }),
      promotion('p09', { kind: 'basket', on: {}, discount: { percentBasisPoints: 700 }, capMinor: amount(20) }, { conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: amount(200), of: 'left' }] }),
      promotion('p10', { kind: 'basket', on: { onlyFullPrice: true }, discount: { amountOffMinor: amount(15) } }, { coupon: { codes: ['WINTER'] }, exclusive: true }),
      promotion('p11', percent(2500), { hours: [{ weekday: 5, fromMinute: 360, toMinute: 480 }, { weekday: 1, fromMinute: 0, toMinute: 1440 }], group: 'hours' }),
      promotion('p12', percent(1500), { group: 'hours', conditions: [{ kind: 'order_number', from: 1, to: 1 }] }),
      ...(market.byHand ? laterPromotions({ promotion, on, amount }) : []),
    ],
    ...(market.stacking ? { lanes: { item: 'stacking', basket: 'stacking', shipping: market.byHand ? 'stacking' : 'best_deal' } } : {}),
    taxRates: market.rates.map(([taxClass, name, rateBasisPoints]) => ({ country: market.marketCode, taxClass, name, rateBasisPoints, validFrom: '2011-01-04T00:00:00Z', validTo: null })),
    variants: Object.fromEntries(variantIds.map((id) => [id, { taxClass: ['standard', 'standard', 'reduced', 'zero'][next(4)] ?? 'zero', collectionIds: collections.filter(() => next(3) === 0) }])),
  };
}

interface Builders {
  promotion: (promotionId: string, reward: Promotion['reward'], more?: Partial<Promotion>) => Promotion;
  on: () => { collectionIds: string[] };
  amount: (share: number) => number;
}

const laterPromotions = ({ promotion, on, amount }: Builders): Promotion[] => [
  promotion('p13', { kind: 'lines', per: 'unit', on: on(), discount: { percentBasisPoints: 0 }, furtherUnits: { percentBasisPoints: 5000 }, maxUnits: 2 }),
  promotion('p14', { kind: 'buy_get', buy: { on: on(), quantity: 1 }, get: { on: on(), quantity: 1, discount: { percentBasisPoints: 5000 }, which: 'equal_or_less', bySpend: [{ from: amount(200), discount: { percentBasisPoints: 7500 } }] }, maxTimes: 1 }),
  promotion('p15', { kind: 'basket', on: {}, discount: { percentBasisPoints: 3000 } }, { exclusive: 'everywhere', conditions: [{ kind: 'line_quantity_at_least', on: {}, quantityMilli: 4000 }], customerGroups: ['members'] }),
  promotion('p16', { kind: 'shipping', discount: { amountOffMinor: 700 }, per: 'all' }, { lane: 'shipping' }),
  promotion('p17', { kind: 'shipping', discount: { percentBasisPoints: 3333 }, per: 'charge', methodIds: ['express'] }, { lane: 'shipping', channelCodes: ['web'] }),
];

/** One price in eight is by quantity. */
function priceOf(next: (below: number) => number, greatest: number): number | PriceTier[] {
  const unitMinor = next(greatest);
  return next(8) > 0 ? unitMinor : [{ fromMilli: 1, unitMinor }, { fromMilli: 4000, unitMinor: Math.round(unitMinor * 0.9) }];
}

const buyers: (BasketBuyer | undefined)[] = [
  undefined, undefined, { customerGroups: ['members'], ordersBefore: 3 }, { customerId: 'c1', customerGroups: ['members'], ordersBefore: 0 },
  { coupons: [{ code: 'win-ter' }] }, { customerGroups: ['members'], coupons: [{ code: 'WINTER' }] },
];

/** Shipping, a price by hand, and discounts by hand on lines and basket, each in some baskets. */
function withMore(input: BasketInput, next: (below: number) => number): BasketInput {
  const said = { reason: 'damaged', by: 'Kim' };
  const charges = Array.from({ length: next(3) }, (_, index) => ({ chargeId: `s${index + 1}`, methodId: ['standard', 'express'][next(2)] ?? '', amountMinor: 395 + next(900), taxClass: 'standard' }));
  const discounts = [{ percentBasisPoints: 1 + next(2000) }, { amountOffMinor: 1 + next(1500) }, { priceMinor: next(3000) }];
  const manualDiscounts = Array.from({ length: next(3) }, (_, index) => ({ discountId: `d${index + 1}`, discount: discounts[next(3)] ?? { amountOffMinor: 1 }, ...(next(2) === 0 ? { lineIds: ['l1'] } : {}), ...said }));
  const unitMinor = next(15_000);
  return {
    ...input, ...(charges.length > 0 ? { shipping: charges } : {}), ...(manualDiscounts.length > 0 ? { manualDiscounts } : {}),
    ...(next(3) === 0 ? { lines: input.lines.map((line, index) => (index === 0 ? { ...line, override: { unitMinor, ...said } } : line)) } : {}),
  };
}

/** One line in two is a piece with a weight from a gram to eight kilograms, and few of them are mistyped. */
const withWeights = (input: BasketInput, next: (below: number) => number): BasketInput => ({
  ...input, lines: input.lines.map((line) => (next(2) === 0 ? line : { ...line, quantityMilli: next(30) === 0 ? line.quantityMilli : 1000, weightMilli: next(40) === 0 ? 0 : 1 + next(8000) })),
});

function makeBasket(market: Market, next: (below: number) => number): BasketInput {
  const locationId = [null, 's1', 's2'][next(3)] ?? null;
  const buyer = buyers[next(buyers.length)];
  return {
    ...(buyer ? { buyer } : {}), ...(next(2) === 0 ? { timeZone: 'Europe/Berlin' } : {}),
    marketCode: market.marketCode, channelCode: channels[next(3)] ?? 'till', locationId, currency: market.currency,
    pricedAt: instants[next(instants.length)] ?? '', taxCountry: market.marketCode,
    lines: Array.from({ length: 1 + next(5) }, (_, index) => ({
      // The last two variants have a price in few books, so that some baskets are refused.
      lineId: `l${index + 1}`, variantId: `v${String(1 + next(next(4) === 0 ? 24 : 22)).padStart(2, '0')}`,
      quantityMilli: next(8) === 0 ? 1 + next(2500) : 1000 * (1 + next(4)),
    })),
  };
}

for (const market of markets) {
  const next = seeded(market.seed);
  const book = makeBook(market, next);
  const cases = Array.from({ length: 105 }, (_, index) => {
    const counted = makeBasket(market, next);
    const plain = market.weighed ? withWeights(counted, next) : counted;
    const input = market.byHand ? withMore(plain, next) : plain;
    return { name: `${market.file} ${index + 1}`, input, expected: quoteBasket(input, book) };
  });
  // One case a line: a review shows which basket changed.
  const text = `{\n"book": ${JSON.stringify(book)},\n"cases": [\n${cases.map((one) => JSON.stringify(one)).join(',\n')}\n]\n}\n`;
  writeFileSync(path.join(folder, `${market.file}.json`), text);
  console.log(`${market.file}: ${cases.length} baskets, ${cases.filter((one) => !one.expected.ok).length} refused`);
}
