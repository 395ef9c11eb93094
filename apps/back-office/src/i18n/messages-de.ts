import shell from '../../messages/de/shell.json';
import problems from '../../messages/de/problems.json';
import signIn from '../../messages/de/sign-in.json';
import lots from '../../messages/de/lots.json';
import today from '../../messages/de/today.json';
import orders from '../../messages/de/orders.json';
import returns from '../../messages/de/returns.json';
import products from '../../messages/de/products.json';
import prices from '../../messages/de/prices.json';
import priceReview from '../../messages/de/price-review.json';
import parity from '../../messages/de/parity.json';
import stock from '../../messages/de/stock.json';
import pools from '../../messages/de/pools.json';
import serials from '../../messages/de/serials.json';
import bundles from '../../messages/de/bundles.json';
import stockWork from '../../messages/de/stock-work.json';
import purchasing from '../../messages/de/purchasing.json';
import promotions from '../../messages/de/promotions.json';
import promotionDesk from '../../messages/de/promotion-desk.json';
import taxes from '../../messages/de/taxes.json';
import reports from '../../messages/de/reports.json';
import imports from '../../messages/de/imports.json';
import customers from '../../messages/de/customers.json';
import tills from '../../messages/de/tills.json';
import messages from '../../messages/de/messages.json';
import isv from '../../messages/de/isv.json';
import stockWatch from '../../messages/de/stock-watch.json';
import stuckWork from '../../messages/de/stuck-work.json';
import history from '../../messages/de/history.json';
import settings from '../../messages/de/settings.json';
import receipt from '../../messages/de/receipt.json';
import shop from '../../messages/de/shop.json';
import type { MessagesOf } from './messages-of';
import type { en } from './messages-en';

/** All German messages; a key that English has and German lacks is a type error here. */
export const de: MessagesOf<typeof en> = {
  shell,
  problems,
  'sign-in': signIn,
  lots,
  today,
  orders,
  returns,
  products,
  prices,
  'price-review': priceReview,
  parity,
  stock,
  pools,
  serials,
  bundles,
  'stock-work': stockWork,
  purchasing,
  promotions,
  'promotion-desk': promotionDesk,
  taxes,
  reports,
  imports,
  customers,
  tills,
  messages,
  isv,
  'stock-watch': stockWatch,
  'stuck-work': stuckWork,
  history,
  settings,
  receipt,
  shop,
};
