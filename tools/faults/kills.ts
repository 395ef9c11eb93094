import { setTimeout as sleep } from 'node:timers/promises';
import { demo } from '@oneshelf/prisma/demo';
import type { Finding } from './checks/check';
import { Deaths } from './kit/deaths';
import { Office } from './kit/office';
import { OutsideRecord } from './kit/outside-record';
import type { Product } from './kit/product';
import { type Restless, untilQuiet } from './kit/quiet';
import { Random } from './kit/random';
import { articles, leaveOtherListings, putOnShelf } from './kit/shelf';
import { type Bought, Shop } from './kit/shop';
import { Simulators } from './kit/simulators';
import { Till } from './kit/till';
import type { Options } from './options';

const PLENTY = 40;
const SCARCE = 2;
const ARTICLES = 12;
/** Of the articles, those of which there are too few. */
const SCARCE_ARTICLES = 4;
const FAIL_RATE = 1 / 3;

/** 200 mixed operations; meanwhile each of api, worker and database is killed, and the other companies fail a third of the time. */
export async function kills(product: Product, options: Options): Promise<{ record: OutsideRecord; findings: Finding[] }> {
  const random = new Random(options.seed);
  const record = new OutsideRecord();
  const office = await Office.signIn(product);
  const simulators = new Simulators(product, record);
  const { soho, leeds } = demo.stores;
  const list = await articles(product, ARTICLES);
  record.variantIds = list.map(({ variantId }) => variantId);
  record.othersAreUnlisted = options.short;
  if (options.short) await leaveOtherListings(product, record.variantIds);
  await putOnShelf(product, office, list.flatMap(({ variantId }, index) => (index < SCARCE_ARTICLES ? [{ variantId, locationId: soho.id, pieces: SCARCE }] : [soho.id, leeds.id, demo.warehouse.id].map((locationId) => ({ variantId, locationId, pieces: PLENTY })))));
  const shop = new Shop(product, record, soho.id);
  const tills = [
    await Till.enrol(product, record, { place: soho, register: 0, person: demo.staff.sohoAssociate, random: new Random(options.seed + 1) }),
    await Till.enrol(product, record, { place: leeds, register: 0, person: demo.staff.leedsManager, random: new Random(options.seed + 2) }),
  ] as const;
  await simulators.fail(FAIL_RATE);
  const waitingForPickup: Bought[] = [];
  const placed: Bought[] = [];
  const handed: string[] = [];

  const operations: Record<string, (random: Random) => Promise<void>> = {
    till: async (random) => void random.pick(tills).sell(random.pick(list).variantId, 1 + random.below(2)),
    web: async (random) => {
      const pickup = random.happens(0.4);
      const bought = await shop.buy({
        variantId: random.pick(list).variantId, pieces: 1 + random.below(2), pickup, card: random.happens(0.05) ? 'pm_card_chargeDeclined' : 'pm_card_visa',
        hangUpAfterMs: random.happens(0.3) ? 10 + random.below(120) : undefined, doubled: random.happens(0.25),
      });
      if (bought) (pickup ? waitingForPickup : placed).push(bought);
    },
    amazon: async (random) => {
      const [article, pending, cancels] = [random.pick(list), random.happens(0.3), random.happens(0.2)];
      // Amazon sells what its number says. That is behind our shelf now and then: of what we have plenty it sells in any case.
      const number = await simulators.sell(article.sku, 1, { pending, force: list.indexOf(article) >= SCARCE_ARTICLES || random.happens(0.7) });
      if (number === null || (!pending && !cancels)) return;
      await sleep(random.below(1500));
      await simulators.change(number, cancels ? 'CANCELLED' : 'UNSHIPPED');
    },
    cancel: async () => {
      const order = placed.shift();
      const entry = order && record.webOrders.get(order.key);
      if (order && entry && (await office.cancel(order.orderId)) === 'cancelled') entry.cancelled = true;
    },
    handOver: async (random) => {
      const order = waitingForPickup.shift() ?? (await shop.buy({ variantId: random.pick(list.slice(SCARCE_ARTICLES)).variantId, pieces: 1, pickup: true, card: 'pm_card_visa', doubled: false }));
      if (order === null) return;
      // The worker gives the order to the store; while it is down the shopper waits.
      for (let tries = 0; tries < 60; tries += 1) {
        if (await tills[0].handOver(order.orderId, await shop.collectionCode(order))) {
          record.handedOver.push(order.orderId);
          return void handed.push(order.orderId);
        }
        await sleep(500);
      }
      waitingForPickup.push(order);
    },
    ship: async () => {
      const [part] = await product.query<{ id: string }>(`SELECT id FROM fulfilment_order WHERE kind = 'ship' AND status IN ('to_pick', 'picking') AND NOT id = ANY($1::uuid[]) ORDER BY created_at LIMIT 1`, [record.shipped]);
      if (part === undefined) return;
      record.shipped.push(part.id);
      await office.ship(part.id);
    },
    giveBack: async (random) => {
      const orderId = handed.shift() ?? [...record.tillSales].find(([id, sale]) => sale.outcome !== null && !record.returned.some((returned) => returned.orderId === id))?.[0];
      const returnId = orderId === undefined ? null : await random.pick(tills).takeBack(orderId);
      if (orderId !== undefined && returnId !== null) record.returned.push({ returnId, orderId });
    },
  };
  const share: [string, number][] = [['till', 0.33], ['web', 0.26], ['amazon', 0.15], ['cancel', 0.05], ['handOver', 0.07], ['ship', 0.06], ['giveBack', 0.08]];
  const draw = (): string => {
    let left = random.next();
    for (const [kind, part] of share) if ((left -= part) < 0) return kind;
    return 'till';
  };
  const plan = Array.from({ length: options.operations }, draw);
  const deaths = new Deaths(product, record, { random, operations: plan.length, killsEach: options.killsEach });

  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < plan.length; index = next++) {
      deaths.at(index);
      // Each operation has a chance of its own, so that the lanes may overtake each other and the plan stays the same.
      const chance = new Random(options.seed * 100_003 + index);
      await operations[plan[index] ?? 'till']?.(chance);
      await sleep(chance.below(options.short ? 150 : 250));
    }
  };
  console.log(`${plan.length} operations in ${options.clients} lanes, other companies fail a third of the time`);
  await Promise.all(Array.from({ length: options.clients }, lane));
  await deaths.over();
  await Promise.all(tills.map((till) => till.everythingSent()));
  await simulators.fail(0);
  console.log(`all ${plan.length} operations have an answer; waiting until nothing moves`);
  // An Amazon order that cannot be served is tried for four minutes and then stands on Stuck work. The short run does what
  // a person would do about it: it cancels the order at Amazon.
  const quiet = await untilQuiet(product, options.short ? 300_000 : 540_000, async () => {
    if (options.short) await cancelUnserved(product, simulators);
    return untaken(product, record);
  });
  return {
    record,
    findings: [
      { name: 'everything comes to rest', lookedAt: 6, breaches: quiet.left.map(({ what, count }) => `${count} ${what} after ${Math.round(quiet.ms / 1000)} s`), note: `${Math.round(quiet.ms / 1000)} s after the last answer` },
      deaths.finding(),
    ],
  };
}

async function cancelUnserved(product: Product, simulators: Simulators): Promise<void> {
  const unserved = await product.query<{ id: string }>(`SELECT external_id AS id FROM marketplace_order WHERE failure LIKE '%insufficient_stock%'`);
  for (const { id } of unserved) await simulators.change(id, 'CANCELLED');
}

/** Orders at Amazon whose hint was lost: they come with the next look at Amazon's list, perhaps after everything else is at rest. */
async function untaken(product: Product, record: OutsideRecord): Promise<Restless[]> {
  const known = new Set((await product.query<{ id: string }>('SELECT external_id AS id FROM marketplace_order')).map(({ id }) => id));
  return [{ what: 'Amazon orders not taken', count: [...record.amazonOrders.keys()].filter((id) => !known.has(id)).length }];
}
