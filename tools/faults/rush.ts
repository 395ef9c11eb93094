import { demo } from '@oneshelf/prisma/demo';
import type { Finding } from './checks/check';
import { ask } from './kit/ask';
import { Office } from './kit/office';
import { OutsideRecord } from './kit/outside-record';
import type { Product } from './kit/product';
import { untilQuiet } from './kit/quiet';
import { Random } from './kit/random';
import { articles, leaveOtherListings, putOnShelf } from './kit/shelf';
import { Shop } from './kit/shop';
import type { Options } from './options';

const SIGN_INS = 10;
const TRIES = 30;

/**
 * Everybody wants the one article at the same moment, and each asks another API than the one before, who presses twice
 * asks two: the units are gone and not one more. Then somebody guesses a password at all of them.
 */
export async function rush(product: Product, options: Options): Promise<{ record: OutsideRecord; findings: Finding[] }> {
  const { buyers, units } = options;
  const record = new OutsideRecord();
  const random = new Random(options.seed);
  const office = await Office.signIn(product);
  const list = await articles(product, 1);
  record.variantIds = list.map(({ variantId }) => variantId);
  record.othersAreUnlisted = true;
  await leaveOtherListings(product, record.variantIds);
  const [article] = list;
  if (!article) throw new Error('There is no article that all channels sell.');
  await putOnShelf(product, office, [{ variantId: article.variantId, locationId: demo.stores.soho.id, pieces: units }]);
  const shop = new Shop(product, record, demo.stores.soho.id);
  const from = performance.now();
  const bought = await Promise.all(Array.from({ length: buyers }, () => shop.buy({ variantId: article.variantId, pieces: 1, pickup: false, card: 'pm_card_visa', doubled: random.happens(0.1) })));
  const seconds = Math.round((performance.now() - from) / 1000);
  const sold = bought.filter((one) => one !== null).length;
  const refusals = [...new Set([...record.webOrders.values()].filter(({ status }) => status === 'refused').map(({ code }) => code))];
  const quiet = await untilQuiet(product, 300_000);
  return {
    record,
    findings: [
      {
        name: `${buyers} buyers for ${units} units at ${product.apis.length} APIs`, lookedAt: buyers, note: `${sold} sold, ${buyers - sold} refused, in ${seconds} s`,
        breaches: [...(sold === Math.min(buyers, units) ? [] : [`${sold} sold of ${units}`]), ...refusals.filter((code) => code !== 'insufficient_stock').map((code) => `somebody was refused with ${code || 'no code'}`)],
      },
      await guessing(product),
      await servedByAll(product),
      { name: 'everything comes to rest', lookedAt: 5, breaches: quiet.left.map(({ what, count }) => `${count} ${what}`), note: `${Math.round(quiet.ms / 1000)} s` },
    ],
  };
}

/** A limit is one limit, however many APIs are asked. */
async function guessing(product: Product): Promise<Finding> {
  const answers = await Promise.all(Array.from({ length: TRIES }, (_, index) =>
    ask({ method: 'POST', url: `${product.apis[index % product.apis.length]}/api/auth/sign-in`, body: { email: 'nobody@fieldhouse.example', password: `guess ${index}` } })));
  const let_in = answers.filter((answer) => answer?.status !== 429).length;
  return { name: 'a limit holds across processes', lookedAt: TRIES, breaches: let_in === SIGN_INS ? [] : [`${let_in} tries were looked at, the limit is ${SIGN_INS}`], note: `${let_in} of ${TRIES} tries looked at` };
}

/** Each API has served its part: else the run says nothing of several. */
async function servedByAll(product: Product): Promise<Finding> {
  const counts = await Promise.all(product.apis.map(async (origin) => {
    const metrics = await ask<string>({ url: `${origin}/api/metrics` });
    return [...String(metrics?.body).matchAll(/^oneshelf_http_request_seconds_count\{[^}]*storefront\/orders"[^}]*\} (\d+)/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
  }));
  return { name: 'every API served', lookedAt: counts.reduce((sum, count) => sum + count, 0), breaches: counts.flatMap((count, index) => (count > 0 ? [] : [`API ${index + 1} served nothing`])), note: counts.join(' and ') };
}
