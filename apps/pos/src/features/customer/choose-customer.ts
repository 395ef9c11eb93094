import type { TillCustomer } from '@oneshelf/contracts';
import { cartCustomer, keepCustomer } from '../../local/customers';
import { setCustomer, type CartRefusal } from '../sell/cart';

/** Puts a customer to the sale: her prices count from here on. She is kept for the next time without a network. */
export function chooseCustomer(customer: TillCustomer): CartRefusal | null {
  const refusal = setCustomer(cartCustomer(customer));
  if (!refusal) void keepCustomer(customer);
  return refusal;
}
