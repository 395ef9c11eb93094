import { Office } from '../kit/office';
import type { OutsideRecord } from '../kit/outside-record';
import type { Product } from '../kit/product';
import { Simulators } from '../kit/simulators';
import type { Check, Evidence, Finding } from './check';
import { conservationChecks } from './conservation-checks';
import { fulfilmentChecks } from './fulfilment-checks';
import { marketplaceChecks } from './marketplace-checks';
import { moneyChecks } from './money-checks';
import { saleChecks } from './sale-checks';
import { stockChecks } from './stock-checks';
import { workChecks } from './work-checks';

export const checks: Check[] = [...saleChecks, ...stockChecks, ...conservationChecks, ...moneyChecks, ...marketplaceChecks, ...fulfilmentChecks, ...workChecks];

export const gather = async (product: Product, record: OutsideRecord): Promise<Evidence> => ({ product, record, simulators: new Simulators(product, record), office: await Office.signIn(product) });

export async function check(product: Product, record: OutsideRecord): Promise<Finding[]> {
  const evidence = await gather(product, record);
  const findings: Finding[] = [];
  for (const one of checks) findings.push(await findBreaches(one, evidence));
  return findings;
}

export const findBreaches = async ({ title, look }: Check, evidence: Evidence): Promise<Finding> => ({ name: title, ...(await look(evidence)) });
