import { playTone } from '../hardware/tones';
import { toasts } from './toasts';
import { useView } from './view';

/** A scan that nothing here can take is said, heard and seen: the person must know that it did nothing. */
export function refuseScan(text: string): void {
  playTone('refused');
  useView.getState().say(text);
  toasts.add({ text, tone: 'blocked' }, { timeout: 5000 });
}
