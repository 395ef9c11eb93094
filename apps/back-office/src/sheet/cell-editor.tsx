import { useRef, type KeyboardEvent } from 'react';

/** Where the active cell goes after the commit. */
export interface EditorStep {
  readonly rows: number;
  readonly columns: number;
}

interface CellEditorProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly initialText: string;
  /** Text that was there before is selected for overtyping; typed text is continued. */
  readonly selectAll: boolean;
  /** `step` is null when the focus went elsewhere by itself. */
  onCommit(text: string, step: EditorStep | null): void;
  onCancel(): void;
}

/** The one input of the grid, over the active cell. Uncontrolled: a key press renders nothing. */
export function CellEditor({ label, className, initialText, selectAll, onCommit, onCancel }: CellEditorProps) {
  const finished = useRef(false);
  const finish = (act: () => void): void => {
    // Taking the focus away makes a blur, which must not commit a second time.
    if (finished.current) return;
    finished.current = true;
    act();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const step = stepOf(event);
    if (step === null && event.key !== 'Escape') return;
    event.preventDefault();
    const text = event.currentTarget.value;
    finish(step === null ? onCancel : () => onCommit(text, step));
  };
  const onMount = (input: HTMLInputElement | null): void => {
    if (!input || document.activeElement === input) return;
    input.focus({ preventScroll: true });
    input.setSelectionRange(selectAll ? 0 : initialText.length, initialText.length);
  };
  return (
    <input
      ref={onMount} className={className} aria-label={label} defaultValue={initialText} inputMode="decimal" autoComplete="off" spellCheck={false}
      onKeyDown={onKeyDown} onPointerDown={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()} onCut={(event) => event.stopPropagation()} onPaste={(event) => event.stopPropagation()}
      onBlur={(event) => {
        const text = event.currentTarget.value;
        finish(() => onCommit(text, null));
      }}
    />
  );
}

function stepOf(event: KeyboardEvent): EditorStep | null {
  if (event.key === 'Enter') return { rows: event.shiftKey ? -1 : 1, columns: 0 };
  if (event.key === 'Tab') return { rows: 0, columns: event.shiftKey ? -1 : 1 };
  if (event.key === 'ArrowUp') return { rows: -1, columns: 0 };
  return event.key === 'ArrowDown' ? { rows: 1, columns: 0 } : null;
}
