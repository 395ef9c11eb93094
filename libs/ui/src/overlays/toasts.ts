import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import type { Tone } from '../tone';

export type ToastMessage = {
  text: string;
  tone?: Tone;
  /** Undo, in most cases; takes the place of 'are you sure?'. */
  action?: { label: string; onPress: () => void };
};

export type Toasts = ToastQueue<ToastMessage>;

/** A queue that any screen may add to; one per app. */
export const createToasts = (): Toasts => new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });
