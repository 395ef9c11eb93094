'use client';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../controls/icon-button';

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** Buttons, the act last. */
  footer?: ReactNode;
  size?: 'normal' | 'wide';
  /** False where leaving would lose something: no click outside, no Escape. */
  isDismissable?: boolean;
  /** A confirmation that needs an answer is announced as an alert. */
  isAlert?: boolean;
};

/** A question or a small form over the page. */
export function Dialog(props: DialogProps) {
  return <Overlay {...props} kind="dialog" />;
}

/** The same from the right edge: a detail over its list, which stays where it was. */
export function Sheet(props: DialogProps) {
  return <Overlay {...props} kind="sheet" />;
}

function Overlay({ kind, isOpen, onOpenChange, title, closeLabel, children, footer, size = 'normal', isDismissable = true, isAlert = false }: DialogProps & { kind: 'dialog' | 'sheet' }) {
  return (
    <ModalOverlay className="os-scrim" data-kind={kind} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={isDismissable} isKeyboardDismissDisabled={!isDismissable}>
      <Modal className="os-modal" data-size={size}>
        <AriaDialog className="os-dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <div className="os-dialog-head">
            <Heading slot="title" level={2}>{title}</Heading>
            <IconButton quiet label={closeLabel} icon={<X size={20} aria-hidden="true" />} onPress={() => onOpenChange(false)} />
          </div>
          {children}
          {footer === undefined ? null : <div className="os-dialog-foot">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
