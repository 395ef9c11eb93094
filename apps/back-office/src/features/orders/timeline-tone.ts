import type { Tone } from '@oneshelf/ui';

const tones: Readonly<Record<string, Tone>> = {
  payment_authorised: 'done', hold_renewed: 'done', hold_ended: 'waiting', payment_needed: 'blocked', payment_captured: 'done', handed_over: 'done', shipped: 'done', picked: 'done', ready: 'done', returned: 'waiting', refunded: 'waiting', re_routed: 'waiting',
  payment_declined: 'blocked', capture_failed: 'blocked', refund_failed: 'blocked', cancelled: 'blocked', units_unavailable: 'blocked', lines_cancelled: 'blocked', code_refused: 'blocked',
};

/** Green for what was done, marigold for what changed its way, brick for what stopped, slate for the rest. */
export const toneOfEvent = (kind: string): Tone => tones[kind] ?? 'info';
