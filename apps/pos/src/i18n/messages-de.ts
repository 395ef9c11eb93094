import serials from '../../messages/de/serials.json';
import shell from '../../messages/de/shell.json';
import problems from '../../messages/de/problems.json';
import enrol from '../../messages/de/enrol.json';
import lock from '../../messages/de/lock.json';
import shift from '../../messages/de/shift.json';
import sell from '../../messages/de/sell.json';
import byHand from '../../messages/de/by-hand.json';
import customer from '../../messages/de/customer.json';
import pay from '../../messages/de/pay.json';
import receipt from '../../messages/de/receipt.json';
import pickup from '../../messages/de/pickup.json';
import returns from '../../messages/de/return.json';
import orders from '../../messages/de/orders.json';
import receive from '../../messages/de/receive.json';
import stock from '../../messages/de/stock.json';
import sync from '../../messages/de/sync.json';
import type { en } from './messages-en';
import type { MessagesOf } from './messages-of';

/** All German messages: the same keys as the English, or it does not compile. */
export const de: MessagesOf<typeof en> = {
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
