import { dispatchInput } from './input-queue';
import { watchTypedKeys } from './typed-keys';
import { installWedge } from './wedge';

/** Listens to keyboard and scanner, before the first screen is drawn. */
export function startInput(): () => void {
  const typed = watchTypedKeys((key) => dispatchInput('key', key));
  const stopWedge = installWedge({ onScan: (code) => dispatchInput('scan', code), onBurst: typed.takeBack, onTorn: (text) => [...text].forEach(typed.type) });
  return () => { stopWedge(); typed.stop(); };
}
