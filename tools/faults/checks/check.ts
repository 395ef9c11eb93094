import type { Office } from '../kit/office';
import type { OutsideRecord } from '../kit/outside-record';
import type { Product } from '../kit/product';
import type { Simulators } from '../kit/simulators';

export interface Finding {
  name: string;
  /** How many facts were compared; 0 says that the check had nothing to do. */
  lookedAt: number;
  /** One sentence each, with the id that a person would look up. */
  breaches: string[];
  note?: string;
}

export interface Evidence {
  product: Product;
  record: OutsideRecord;
  simulators: Simulators;
  office: Office;
}

export interface Check {
  title: string;
  look(evidence: Evidence): Promise<Omit<Finding, 'name'>>;
}
