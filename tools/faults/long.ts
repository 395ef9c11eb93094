import { setTimeout as sleep } from 'node:timers/promises';
import { demo } from '@oneshelf/prisma/demo';
import type { Finding } from './checks/check';
import { handsOf } from './checks/conservation-checks';
import { Deaths } from './kit/deaths';
import { Office } from './kit/office';
import { OutsideRecord } from './kit/outside-record';
import type { Product } from './kit/product';
import { untilQuiet } from './kit/quiet';
import { Random } from './kit/random';
import { type Article, articles, leaveOtherListings, putOnShelf } from './kit/shelf';
import { type Bought, Shop } from './kit/shop';
import { StockRoom } from './kit/stock-room';
import { Till } from './kit/till';
import { rebuildFindsNothing } from './checks/rebuild-check';
import type { Options } from './options';

const PLENTY = 1500;
const SCARCE = 3;
const ARTICLES = 12;
const SCARCE_ARTICLES = 3;
const REST_MS = 900_000;
const SAY_EACH = 1000;

type Operations = Record<string, (random: Random) => Promise<unknown>>;

/** 20,000 mixed operations of 16 clients, while api, worker and database are killed at moments that the seed says. */
export async function long(product: Product, options: Options): Promise<{ record: OutsideRecord; findings: Finding[] }> {
  const random = new Random(options.seed);
  const record = new OutsideRecord();
  const { operations, tills } = await people(product, { record, seed: options.seed });
  const share: [string, number][] = [['till', 0.28], ['hold', 0.14], ['web', 0.12], ['pickup', 0.04], ['cancel', 0.05], ['handOver', 0.03], ['giveBack', 0.05], ['askTransfer', 0.05], ['moveTransfer', 0.1], ['count', 0.03], ['correct', 0.11]];
  const draw = (): string => {
    let left = random.next();
    for (const [kind, part] of share) if ((left -= part) < 0) return kind;
    return 'till';
  };
  const plan = Array.from({ length: options.operations }, draw);
  const deaths = new Deaths(product, record, { random, operations: plan.length, killsEach: options.killsEach });
  const [from, until] = [Date.now(), Date.now() + options.minutes * 60_000];
  let [next, done] = [0, 0];
  const client = async (): Promise<void> => {
    for (let index = next++; index < plan.length && Date.now() < until; index = next++) {
      deaths.at(index);
      // Each operation has a chance of its own, so that the clients may overtake each other and the plan stays the same.
      await operations[plan[index] ?? 'till']?.(new Random(options.seed * 100_003 + index));
      done += 1;
      if (done % SAY_EACH === 0) console.log(`${done} operations after ${Math.round((Date.now() - from) / 1000)} s`);
    }
  };
  console.log(`${plan.length} operations of ${options.clients} clients, at most ${options.minutes} minutes`);
  await Promise.all(Array.from({ length: options.clients }, client));
  await deaths.over();
  await Promise.all(tills.map((till) => till.everythingSent()));
  const minutes = (Date.now() - from) / 60_000;
  console.log(`${done} operations have an answer after ${minutes.toFixed(1)} minutes; waiting until nothing moves`);
  const quiet = await untilQuiet(product, REST_MS);
  return {
    record,
    findings: [
      { name: 'everything was done in its time', lookedAt: plan.length, breaches: done === plan.length ? [] : [`${done} of ${plan.length} operations within ${options.minutes} minutes`], note: `${(done / minutes / 60).toFixed(0)} a second` },
      { name: 'everything comes to rest', lookedAt: 5, breaches: quiet.left.map(({ what, count }) => `${count} ${what} after ${Math.round(quiet.ms / 1000)} s`), note: `${Math.round(quiet.ms / 1000)} s after the last answer` },
      deaths.finding(),
      await rebuildFindsNothing(product),
    ],
  };
}

async function people(product: Product, { record, seed }: { record: OutsideRecord; seed: number }): Promise<{ operations: Operations; tills: readonly Till[] }> {
  const office = await Office.signIn(product);
  const { soho, leeds } = demo.stores;
  const list = await articles(product, ARTICLES);
  record.variantIds = list.map(({ variantId }) => variantId);
  record.othersAreUnlisted = true;
  await leaveOtherListings(product, record.variantIds);
  const places = [soho.id, leeds.id, demo.warehouse.id];
  await putOnShelf(product, office, list.flatMap(({ variantId }, index) => (index < SCARCE_ARTICLES ? [{ variantId, locationId: soho.id, pieces: SCARCE }] : places.map((locationId) => ({ variantId, locationId, pieces: PLENTY })))));
  record.atBegin = await handsOf(product, record.variantIds);
  const tills = [
    await Till.enrol(product, record, { place: soho, register: 0, person: demo.staff.sohoAssociate, random: new Random(seed + 1) }),
    await Till.enrol(product, record, { place: leeds, register: 0, person: demo.staff.leedsManager, random: new Random(seed + 2) }),
  ] as const;
  const [shop, room] = [new Shop(product, record, soho.id), new StockRoom({ product, record, office, tills })];
  const plenty = list.slice(SCARCE_ARTICLES);
  return { operations: { ...shopping({ record, office, tills, shop, list, plenty }), ...stockWork({ room, tills, places, list, plenty }) }, tills };
}

interface Shopping { record: OutsideRecord; office: Office; tills: readonly [Till, Till]; shop: Shop; list: Article[]; plenty: Article[] }

function shopping({ record, office, tills, shop, list, plenty }: Shopping): Operations {
  const placed: Bought[] = [];
  const waiting: Bought[] = [];
  const handed: string[] = [];
  const returned = new Set<string>();
  const wish = (random: Random, variantId: string) => ({ variantId, pieces: 1 + random.below(2), card: 'pm_card_visa' as const, hangUpAfterMs: random.happens(0.2) ? 10 + random.below(120) : undefined, doubled: random.happens(0.15) });
  return {
    till: (random) => Promise.resolve(random.pick(tills).sell(random.pick(list).variantId, 1 + random.below(2))),
    hold: (random) => shop.look(random.pick(list).variantId, 1 + random.below(3), random.happens(0.8)),
    web: async (random) => {
      const bought = await shop.buy({ ...wish(random, random.pick(list).variantId), pickup: false, held: random.happens(0.5) });
      if (bought) placed.push(bought);
    },
    pickup: async (random) => {
      const bought = await shop.buy({ ...wish(random, random.pick(plenty).variantId), pickup: true, held: random.happens(0.5) });
      if (bought) waiting.push(bought);
    },
    cancel: async () => {
      const order = placed.shift();
      const entry = order && record.webOrders.get(order.key);
      if (order && entry && (await office.cancel(order.orderId)) === 'cancelled') entry.cancelled = true;
    },
    handOver: async () => {
      const order = waiting.shift();
      if (order === undefined) return;
      // The worker gives the order to the store; while it is down the shopper waits.
      for (let tries = 0; tries < 60; tries += 1) {
        if (await tills[0].handOver(order.orderId, await shop.collectionCode(order))) {
          record.handedOver.push(order.orderId);
          return handed.push(order.orderId);
        }
        await sleep(500);
      }
      return waiting.push(order);
    },
    giveBack: async (random) => {
      const orderId = handed.shift() ?? [...record.tillSales].find(([id, sale]) => sale.outcome !== null && !returned.has(id))?.[0];
      if (orderId === undefined) return;
      returned.add(orderId);
      const returnId = await random.pick(tills).takeBack(orderId);
      if (returnId !== null) record.returned.push({ returnId, orderId });
    },
  };
}

function stockWork({ room, tills, places, list, plenty }: { room: StockRoom; tills: readonly Till[]; places: string[]; list: Article[]; plenty: Article[] }): Operations {
  return {
    askTransfer: (random) => {
      const [from, to] = random.shuffled(places);
      return room.askTransfer(random.pick(list), { from: from ?? '', to: to ?? '', pieces: 1 + random.below(8) });
    },
    moveTransfer: (random) => room.moveTransfer(random),
    count: (random) => room.count(random.pick(plenty), random.pick(tills), random),
    correct: (random) => room.correct(random.pick(list), random.pick(places), { pieces: random.happens(0.5) ? 1 + random.below(6) : -1 - random.below(6), random }),
  };
}
