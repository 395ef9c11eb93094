import { setTimeout as sleep } from 'node:timers/promises';
import { demo } from '@oneshelf/prisma/demo';
import type { Finding } from './checks/check';
import { Office } from './kit/office';
import { OutsideRecord } from './kit/outside-record';
import type { Product } from './kit/product';
import { untilQuiet } from './kit/quiet';
import { Random } from './kit/random';
import { type Article, articles, putOnShelf } from './kit/shelf';
import { Shop } from './kit/shop';
import { Simulators } from './kit/simulators';
import { Till } from './kit/till';
import type { Options } from './options';

interface Round {
  name: string;
  web: number;
  till: number;
  amazon: number;
  /** Orders that Amazon sold although its number said 0: they exist, whatever we have. */
  amazonBeyond: number;
}

interface World {
  product: Product;
  record: OutsideRecord;
  shop: Shop;
  simulators: Simulators;
  tills: Till[];
  random: Random;
}

/** What an Amazon buyer sees of so many pieces: a tenth is held back. */
const exposed = (pieces: number): number => Math.floor(pieces * 0.9);
const FILLED_WITHIN_MS = 150_000;
const DECIDED_WITHIN_MS = 240_000;

/**
 * So many buyers at once for the same few units of one shelf, each wanting one. What 'sold' means:
 * web – the order stands and its unit is reserved; the others are refused with insufficient_stock.
 * Amazon – the order became ours with its unit reserved. Amazon turns buyers away when its number says 0; an order that it
 * took and that we cannot serve cannot be refused: it stands with its failure until a person cancels it there.
 * till – a customer takes a unit off the shelf, the till looks whether it is free, and sells. A paid sale posts always: one
 * that crossed an online order goes below zero, and a discrepancy names it.
 */
export async function flood(product: Product, options: Options): Promise<{ record: OutsideRecord; findings: Finding[] }> {
  const { buyers, units } = options;
  const third = Math.floor(buyers / 3);
  const rounds: Round[] = [
    { name: `${buyers} buyers over three channels`, web: buyers - 2 * third, till: third, amazon: third, amazonBeyond: 0 },
    { name: `${buyers} buyers on each of three channels`, web: buyers, till: buyers, amazon: buyers, amazonBeyond: 0 },
    { name: `${buyers} buyers on the web`, web: buyers, till: 0, amazon: 0, amazonBeyond: 0 },
    { name: `${buyers} buyers at the tills`, web: 0, till: buyers, amazon: 0, amazonBeyond: 0 },
    { name: `${buyers} buyers at Amazon`, web: 0, till: 0, amazon: buyers, amazonBeyond: 3 },
  ];
  const record = new OutsideRecord();
  const random = new Random(options.seed);
  const office = await Office.signIn(product);
  const simulators = new Simulators(product, record);
  const { soho } = demo.stores;
  const list = await articles(product, rounds.length);
  record.variantIds = list.map(({ variantId }) => variantId);
  await putOnShelf(product, office, list.map(({ variantId }) => ({ variantId, locationId: soho.id, pieces: units })));
  const tills = [
    await Till.enrol(product, record, { place: soho, register: 0, person: demo.staff.sohoAssociate, random: new Random(options.seed + 1) }),
    await Till.enrol(product, record, { place: soho, register: 1, person: demo.staff.sohoManager, random: new Random(options.seed + 2) }),
  ];
  const world: World = { product, record, shop: new Shop(product, record, soho.id), simulators, tills, random };
  await untilShown(simulators, list, exposed(units));
  const findings: Finding[] = [];
  for (const [index, round] of rounds.entries()) {
    const article = list[index];
    if (article) findings.push(await playRound(world, { round, article, units }));
  }
  await Promise.all(tills.map((till) => till.everythingSent()));
  const quiet = await untilQuiet(product, 180_000);
  findings.push({ name: 'everything comes to rest', lookedAt: 5, breaches: quiet.left.map(({ what, count }) => `${count} ${what}`), note: `${Math.round(quiet.ms / 1000)} s` });
  return { record, findings };
}

async function untilShown(simulators: Simulators, list: Article[], pieces: number): Promise<void> {
  const until = Date.now() + FILLED_WITHIN_MS;
  const wanted = new Set(list.map(({ sku }) => sku));
  while (Date.now() < until) {
    const shown = (await simulators.listings()).filter(({ sku }) => wanted.has(sku));
    if (shown.every(({ quantity }) => quantity === pieces)) return;
    await sleep(300);
  }
  throw new Error(`Amazon does not show ${pieces} pieces of ${[...wanted].join(', ')}.`);
}

async function playRound(world: World, { round, article, units }: { round: Round; article: Article; units: number }): Promise<Finding> {
  const { record, simulators, shop, random } = world;
  const [known, turnedAwayBefore] = [new Set(record.amazonOrders.keys()), record.amazonTurnedAway];
  let atShelf = units;
  let tillSold = 0;
  const tillBuyer = async (till: Till): Promise<void> => {
    if (atShelf === 0) return; // nothing is left to take
    atShelf -= 1;
    if ((await till.looksUp(article.variantId)) < 1) return void (atShelf += 1); // it is somebody else's already: back onto the shelf
    await till.acknowledged(till.sell(article.variantId, 1));
    tillSold += 1;
  };
  const queues = world.tills.map((till, lane) => async () => {
    for (let buyer = lane; buyer < round.till; buyer += world.tills.length) await tillBuyer(till);
  });
  const web = { placed: 0, refused: 0 };
  const webBuyer = async (): Promise<void> => {
    const bought = await shop.buy({ variantId: article.variantId, pieces: 1, pickup: false, card: 'pm_card_visa', doubled: random.happens(0.1) });
    web[bought ? 'placed' : 'refused'] += 1;
  };
  const crowd = random.shuffled([...Array.from({ length: round.web }, () => webBuyer), ...Array.from({ length: round.amazon }, () => () => simulators.sell(article.sku, 1)), ...queues]);
  await Promise.all(crowd.map((buyer) => buyer()));
  await Promise.all(Array.from({ length: round.amazonBeyond }, () => simulators.sell(article.sku, 1, { force: true })));
  const orders = [...record.amazonOrders.keys()].filter((orderId) => !known.has(orderId));
  const amazon = await decided(world.product, orders);
  const over = await overTheShelf(world.product, article.variantId);
  const sold = web.placed + tillSold + amazon.placed.length;
  const breaches: string[] = [];
  if (sold - over.pieces !== units) breaches.push(`${sold} sold, ${over.pieces} of them over the shelf: not ${units}`);
  if (web.placed + amazon.placed.length > units) breaches.push(`${web.placed + amazon.placed.length} promised online`);
  if (over.pieces !== over.named) breaches.push(`${over.pieces} over the shelf, ${over.named} named by a discrepancy`);
  if (amazon.open.length > 0) breaches.push(`${amazon.open.length} Amazon orders are neither served nor named`);
  // As a person would: what cannot be served is cancelled there.
  for (const orderId of amazon.failed) await simulators.change(orderId, 'CANCELLED');
  const turnedAway = record.amazonTurnedAway - turnedAwayBefore;
  return { name: round.name, lookedAt: round.web + round.till + round.amazon + round.amazonBeyond, breaches, note: `web ${web.placed}, till ${tillSold}, Amazon ${amazon.placed.length}: ${sold} sold${over.pieces > 0 ? `, ${over.pieces} of them below zero and named` : ''}; web refused ${web.refused}, Amazon turned away ${turnedAway}, ${amazon.failed.length} Amazon orders named as not served` };
}

/** Waits until each of these Amazon orders is an order of ours or says why not. */
async function decided(product: Product, orders: string[]): Promise<{ placed: string[]; failed: string[]; open: string[] }> {
  const until = Date.now() + DECIDED_WITHIN_MS;
  for (;;) {
    const rows = await product.query<{ id: string; placed: boolean; failed: boolean }>(`
      SELECT a.id, EXISTS (SELECT FROM sales_order o WHERE o.channel_code = 'amazon-gb' AND o.external_id = a.id AND o.status = 'placed') AS placed,
        EXISTS (SELECT FROM marketplace_order m WHERE m.external_id = a.id AND m.failure IS NOT NULL) AS failed FROM unnest($1::text[]) AS a (id)`, [orders]);
    const open = rows.filter((row) => !row.placed && !row.failed).map(({ id }) => id);
    if (open.length === 0 || Date.now() > until) return { placed: rows.filter((row) => row.placed).map(({ id }) => id), failed: rows.filter((row) => !row.placed && row.failed).map(({ id }) => id), open };
    await sleep(300);
  }
}

/** Units that counters sold beyond the shelf, and how many of them a discrepancy names. */
async function overTheShelf(product: Product, variantId: string): Promise<{ pieces: number; named: number }> {
  const [row] = await product.query<{ pieces: number; named: number }>(`
    SELECT (SELECT coalesce(sum(override_milli), 0) / 1000 FROM stock_level WHERE variant_id = $1)::int AS pieces,
      (SELECT coalesce(sum((d.details->>'quantityMilli')::int), 0) / 1000 FROM sale_discrepancy d WHERE d.kind = 'stock_override' AND d.details->>'variantId' = $1::text)::int AS named`, [variantId]);
  return row ?? { pieces: 0, named: 0 };
}
