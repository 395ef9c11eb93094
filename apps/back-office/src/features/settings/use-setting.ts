'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { sayDone } from '../../toasts';

interface Setting<Value> {
  /** As the server has it. */
  current: Value;
  /** Writes the next value; `seen` is what it takes the place of. */
  save: (next: Value, seen: Value) => Promise<unknown>;
  /** Reads it again. */
  read: () => Promise<unknown>;
  /** What a toast says when it is saved. */
  saved: string;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * One setting being edited. What the server says anew is taken over while nothing is typed; else it stays as seen, so that
 * a save over somebody else's change is refused and not made. A save can be undone from its toast.
 */
export function useSetting<Value>({ current, save, read, saved }: Setting<Value>) {
  const t = useTranslations('settings');
  const [seen, setSeen] = useState(current);
  const [draft, setDraft] = useState(current);
  const isChanged = !isSame(draft, seen);
  if (!isChanged && !isSame(seen, current)) {
    setSeen(current);
    setDraft(current);
  }
  const saving = useMutation({
    mutationFn: ({ next, over }: { next: Value; over: Value; isUndo?: boolean }) => save(next, over),
    onSuccess: async (_, { next, over, isUndo }) => {
      await read();
      setSeen(next);
      setDraft(next);
      if (isUndo) sayDone({ text: t('undone') });
      else sayDone({ text: saved, action: { label: t('undo'), onPress: () => saving.mutate({ next: over, over: next, isUndo: true }) } });
    },
  });
  return {
    draft, setDraft, isChanged, isSaving: saving.isPending, error: saving.error,
    save: () => saving.mutate({ next: draft, over: seen }),
    discard: () => { setDraft(seen); saving.reset(); },
    /** Drops what was typed for what the server has now. */
    readAgain: async () => {
      setDraft(seen);
      saving.reset();
      await read();
    },
  };
}

export type EditedSetting<Value> = ReturnType<typeof useSetting<Value>>;
