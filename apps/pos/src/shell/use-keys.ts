import { useEffect, useRef } from 'react';

/** Function keys of a screen; the browser's own meaning of them is taken away. None works while a dialog is open. */
export function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  useEffect(() => { latest.current = keys; });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const act = latest.current[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      // By its class: a message in the corner is an alertdialog too, and must not take the keys away.
      if (!document.querySelector('.os-modal')) act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
