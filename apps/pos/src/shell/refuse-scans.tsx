import { useScan } from '../hardware/use-input';
import { refuseScan } from './refuse-scan';

/** While it is there, scans do nothing but say so. */
export function RefuseScans({ text }: { text: string }): null {
  useScan(() => refuseScan(text));
  return null;
}
