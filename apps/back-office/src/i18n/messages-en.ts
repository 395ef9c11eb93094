import shell from '../../messages/en/shell.json';
import problems from '../../messages/en/problems.json';
import signIn from '../../messages/en/sign-in.json';
import lots from '../../messages/en/lots.json';
import today from '../../messages/en/today.json';
import orders from '../../messages/en/orders.json';
import returns from '../../messages/en/returns.json';
import products from '../../messages/en/products.json';
import prices from '../../messages/en/prices.json';
import priceReview from '../../messages/en/price-review.json';
import parity from '../../messages/en/parity.json';
import stock from '../../messages/en/stock.json';
import pools from '../../messages/en/pools.json';
import serials from '../../messages/en/serials.json';
import bundles from '../../messages/en/bundles.json';
import stockWork from '../../messages/en/stock-work.json';
import purchasing from '../../messages/en/purchasing.json';
import promotions from '../../messages/en/promotions.json';
import promotionDesk from '../../messages/en/promotion-desk.json';
import taxes from '../../messages/en/taxes.json';
import reports from '../../messages/en/reports.json';
import imports from '../../messages/en/imports.json';
import customers from '../../messages/en/customers.json';
import tills from '../../messages/en/tills.json';
import messages from '../../messages/en/messages.json';
import isv from '../../messages/en/isv.json';
import stockWatch from '../../messages/en/stock-watch.json';
import stuckWork from '../../messages/en/stuck-work.json';
import history from '../../messages/en/history.json';
import settings from '../../messages/en/settings.json';
import receipt from '../../messages/en/receipt.json';
import shop from '../../messages/en/shop.json';

/** All English messages, one file per feature. Screens read theirs with useTranslations('<feature>'). */
export const en = {
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
