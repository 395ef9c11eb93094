import type { PartLine } from '../part.repository';

/** Units of one line that a picker could not find. */
export interface ShortUnits {
  line: PartLine;
  quantityMilli: number;
  reason: string;
}
