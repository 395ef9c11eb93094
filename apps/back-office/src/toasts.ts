import { createToasts, type ToastMessage } from '@oneshelf/ui';

/** The queue that the office layout shows. */
export const toasts = createToasts();

/** Says that something is done; with an undo it stays until it is answered, else it goes after six seconds. */
export function sayDone(message: ToastMessage): void {
  toasts.add({ tone: 'done', ...message }, message.action === undefined ? { timeout: 6000 } : undefined);
}
