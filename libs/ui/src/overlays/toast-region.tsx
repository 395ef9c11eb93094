'use client';
import { X } from 'lucide-react';
import { Button, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as AriaToastRegion } from 'react-aria-components';
import type { Toasts } from './toasts';

/** Shows the queue at the bottom right; F6 reaches it. A toast with an act stays until it is answered or closed. */
export function ToastRegion({ toasts, label, closeLabel }: { toasts: Toasts; label: string; closeLabel: string }) {
  return (
    <AriaToastRegion queue={toasts} aria-label={label} className="os-toasts">
      {({ toast }) => (
        <Toast toast={toast} className="os-toast" data-tone={toast.content.tone}>
          <ToastContent className="os-toast-text">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action === undefined ? null : (
            <Button
              className="os-toast-act"
              onPress={() => {
                toast.content.action?.onPress();
                toasts.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button slot="close" className="os-toast-close" aria-label={closeLabel}>
            <X size={18} aria-hidden="true" />
          </Button>
        </Toast>
      )}
    </AriaToastRegion>
  );
}
