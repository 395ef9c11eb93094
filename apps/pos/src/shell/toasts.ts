import { createToasts } from '@oneshelf/ui';

export const toasts = createToasts();
