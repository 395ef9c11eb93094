import { isCurrency } from '@oneshelf/domain-kernel';
import { type BasketInput, type PriceBook, resolvePrice, type ResolvedPrice } from '@oneshelf/domain-pricing';
import { type CaseResult, failureOf, resultOf } from '../report';
import { anyQuantity, booksOf, groupName, type MappedBook, milli, minorOf, type PriceList, type PriceRow } from './price-rows';
import { type Difference, judged } from './rules';

export interface SelectionFile {
  seed?: { pricesData?: PriceRow[]; priceRuleData?: { price_id: string; attribute: string; value: string }[] };
  cases: SelectionCase[];
}

interface SelectionCase {
  title?: string;
  priceLists?: PriceList[] | null;
  otherSetup?: Record<string, unknown>[] | null;
  priceSetIds: string[];
  context: Record<string, string | string[] | number>;
  expected: ExpectedPrice[];
}

interface ExpectedPrice {
  price_set_id: string;
  calculated_amount: number | string | null;
  original_amount: number | string | null;
  currency_code: string;
  /** Null: this case says nothing of lists and quantities. */
  from_price_list: boolean | null;
  original_from_price_list: boolean | null;
  price_list_type: string | null;
  min_quantity: number | null;
  max_quantity: number | null;
}

export function judgeSelection(file: SelectionFile): CaseResult[] {
  const at = instantOf(file.cases.flatMap(({ priceLists }) => priceLists ?? []));
  return file.cases.map((given) => {
    const name = `price of ${given.priceSetIds.join(', ')} for ${JSON.stringify(given.context)}${given.priceLists?.length ? ` with ${given.priceLists.length} lists` : ''}`;
    try {
      return judgeCase(name, given, { rows: seedRows(file), at });
    } catch (error) {
      return failureOf(name, error);
    }
  });
}

function judgeCase(name: string, given: SelectionCase, { rows, at }: { rows: PriceRow[]; at: string }): CaseResult {
  const currency = String(given.context.currency_code).toUpperCase();
  if (!isCurrency(currency)) {
    const { rules, problems } = judged(given.expected.length === 0 ? [] : [{ kind: 'currency', code: currency, known: false }]);
    return resultOf(name, rules, problems);
  }
  const setup = setupOf(given);
  const mapped = [
    ...booksOf({ rows: [...rows, ...setup.rows] }, currency, 'base'), ...setup.lists.flatMap((list, index) => booksOf({ rows: list.prices, list }, currency, `list ${index}`)),
  ];
  const book: PriceBook = { version: '1', marketCode: 'case', currency, taxInclusive: true, books: mapped.map((each) => each.book), promotions: [], taxRates: [], variants: {} };
  const quantityMilli = milli(Number(given.context.quantity ?? 1));
  const differences: Difference[] = [];
  const problems: string[] = [];
  for (const variantId of given.priceSetIds) {
    const ours = resolvePrice(contextOf(given, currency, at), { variantId, quantityMilli }, book);
    const theirs = given.expected.find((each) => each.price_set_id === variantId && each.calculated_amount !== null);
    const found = compare(ours, theirs, { mapped, currency });
    // Where another price was chosen, all else differs with it.
    const choice = choiceOf(ours, theirs, { mapped, variantId, currency });
    if (found.length > 0 && choice) differences.push(choice);
    else problems.push(...found.map((problem) => `${variantId}: ${problem}`));
  }
  const verdict = judged(differences);
  return resultOf(name, verdict.rules, [...problems, ...verdict.problems]);
}

function contextOf({ context }: SelectionCase, currency: string, at: string): Omit<BasketInput, 'lines'> {
  const { currency_code: _currency, quantity: _quantity, region_id: region, ...others } = context;
  return {
    marketCode: 'case', channelCode: 'case', locationId: null, currency, pricedAt: at, taxCountry: 'GB',
    ...(region === undefined ? {} : { region: String(region) }),
    buyer: { customerGroups: Object.entries(others).flatMap(([attribute, values]) => [values].flat().map((value) => groupName(attribute, String(value)))) },
  };
}

function compare(ours: ResolvedPrice | null, theirs: ExpectedPrice | undefined, { mapped, currency }: { mapped: MappedBook[]; currency: string }): string[] {
  if (!ours || !theirs) return ours ? ['we have a price, they have none'] : theirs ? ['they have a price, we have none'] : [];
  const listType = (bookId: string | undefined): string | null => mapped.find(({ book }) => book.bookId === bookId)?.listType ?? null;
  const minor = (amount: number | string | null): number | null => (amount === null ? null : minorOf(amount, currency));
  const facts: [string, unknown, unknown][] = [
    ['amount', ours.unitMinor, minor(theirs.calculated_amount)], ['original amount', ours.full?.unitMinor ?? null, minor(theirs.original_amount)], ['currency', currency, theirs.currency_code.toUpperCase()],
  ];
  if (theirs.from_price_list !== null) {
    const { fromMilli = anyQuantity, toMilli } = ours.tier ?? {};
    facts.push(
      ['from a list', listType(ours.bookId) !== null, theirs.from_price_list], ['original from a list', listType(ours.full?.bookId) !== null, theirs.original_from_price_list], ['type of list', listType(ours.bookId), theirs.price_list_type],
      ['least quantity', fromMilli === anyQuantity ? null : fromMilli, theirs.min_quantity === null ? null : milli(theirs.min_quantity)], ['greatest quantity', toMilli ?? null, theirs.max_quantity === null ? null : milli(theirs.max_quantity)],
    );
  }
  return facts.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${what}: ours ${String(a)}, theirs ${String(b)}`);
}

function choiceOf(ours: ResolvedPrice | null, theirs: ExpectedPrice | undefined, { mapped, variantId, currency }: { mapped: MappedBook[]; variantId: string; currency: string }): Difference | undefined {
  if (!ours || theirs?.calculated_amount == null) return undefined;
  const amount = minorOf(theirs.calculated_amount, currency);
  if (amount === ours.unitMinor) return undefined;
  const isTheirs = ({ book }: MappedBook): boolean => [book.prices[variantId]].flat().some((price) => (typeof price === 'number' ? price : price?.unitMinor) === amount);
  const chosen = mapped.find(({ book }) => book.bookId === ours.bookId);
  return { kind: 'choice', ours: { amount: ours.unitMinor, rules: chosen?.rules ?? 0 }, theirs: mapped.filter(isTheirs).map(({ rules }) => ({ amount, rules })) };
}

function seedRows({ seed }: SelectionFile): PriceRow[] {
  return (seed?.pricesData ?? []).map((row) => ({
    ...row, rules: Object.fromEntries((seed?.priceRuleData ?? []).filter(({ price_id }) => price_id === row.id).map(({ attribute, value }) => [attribute, value])),
  }));
}

/**
 * What a case sets up besides: price sets of its own, called id-1, id-2 … as they are made, further prices of a set, further
 * lists. Which prices contain tax decides no amount here.
 */
function setupOf({ otherSetup, priceLists }: SelectionCase): { rows: PriceRow[]; lists: PriceList[] } {
  const rows: PriceRow[] = [];
  const lists = [...(priceLists ?? [])];
  let sets = 0;
  for (const [does, argument] of (otherSetup ?? []).flatMap((step) => Object.entries(step))) {
    const given = [argument].flat(2) as { prices?: PriceRow[]; priceSetId?: string }[];
    if (does === 'createPriceLists') lists.push(...(given as PriceList[]));
    else if (does === 'createPriceSets' || does === 'addPrices') {
      for (const { prices = [], priceSetId } of given) rows.push(...withSet(prices, priceSetId ?? `id-${(sets += 1)}`));
    } else if (does !== 'createPricePreferences') throw new Error(`the setup ${does} is not known`);
  }
  return { rows, lists: lists.filter(({ status }) => status === 'active') };
}

const withSet = (prices: readonly PriceRow[], price_set_id: string): PriceRow[] => prices.map((price) => ({ ...price, price_set_id }));

/** When the published cases were written out: their lists begin and end whole days from it. */
const writtenAt = '2026-11-21T21:36:21.746Z';
const dayMs = 86_400_000;

/** The cases do not say when they are. A list that is on for two days is on from the day before to the day after. */
function instantOf(lists: PriceList[]): string {
  const windows = lists.flatMap(({ starts_at: from, ends_at: to }) => (from && to ? [[Date.parse(from), Date.parse(to)] as const] : []));
  const around = windows.find(([from, to]) => Math.abs(to - from - 2 * dayMs) < 1000);
  return around ? new Date((around[0] + around[1]) / 2).toISOString() : writtenAt;
}
