import serials from '../../messages/en/serials.json';
import shell from '../../messages/en/shell.json';
import problems from '../../messages/en/problems.json';
import enrol from '../../messages/en/enrol.json';
import lock from '../../messages/en/lock.json';
import shift from '../../messages/en/shift.json';
import sell from '../../messages/en/sell.json';
import byHand from '../../messages/en/by-hand.json';
import customer from '../../messages/en/customer.json';
import pay from '../../messages/en/pay.json';
import receipt from '../../messages/en/receipt.json';
import pickup from '../../messages/en/pickup.json';
import returns from '../../messages/en/return.json';
import orders from '../../messages/en/orders.json';
import receive from '../../messages/en/receive.json';
import stock from '../../messages/en/stock.json';
import sync from '../../messages/en/sync.json';

/** All English messages, one file per feature. Screens read theirs with useTranslations('<feature>'). */
export const en = {
  serials,
  shell,
  problems,
  enrol,
  lock,
  shift,
  sell,
  byHand,
  customer,
  pay,
  receipt,
  pickup,
  return: returns,
  orders,
  stock,
  receive,
  sync,
};
