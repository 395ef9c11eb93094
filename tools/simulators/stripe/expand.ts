import { badParameter } from './stripe-error';
import type { StripeState, StripeTables } from './stripe-state';

const tableOfPrefix: Record<string, keyof StripeTables & string> = {
  cus: 'customers', pm: 'paymentMethods', pi: 'paymentIntents', ch: 'charges', re: 'refunds', txn: 'balanceTransactions', tml: 'locations',
};

/** Puts the object in the place of its id, for each path such as `latest_charge.balance_transaction` or `data.customer`. */
export function expand(state: StripeState, answer: object, paths: string[]): object {
  return paths.reduce((result, path) => expandPath(state, result, { steps: path.split('.'), path }) as object, answer);
}

function expandPath(state: StripeState, value: unknown, way: { steps: string[]; path: string }): unknown {
  const [step, ...steps] = way.steps;
  if (step === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => expandPath(state, item, way));
  if (typeof value !== 'object' || !Object.hasOwn(value, step)) {
    throw badParameter('expand', `This property cannot be expanded (${way.path}).`, 'parameter_invalid_string');
  }
  const inner: unknown = (value as Record<string, unknown>)[step];
  const found = typeof inner === 'string' ? recordOf(state, inner) : inner;
  return { ...value, [step]: expandPath(state, found ?? inner, { steps, path: way.path }) };
}

function recordOf(state: StripeState, id: string): object | undefined {
  const table = tableOfPrefix[id.split('_')[0] ?? ''];
  return table === undefined ? undefined : state.store.get(table, id);
}
