import { ean13Modules } from './ean13-modules';

const HEIGHT = 30;

/** An EAN-13 as bars; the digits stand beside it as text. Nothing where the code is none. */
export function Barcode({ code }: { code: string }) {
  const modules = ean13Modules(code);
  if (modules === null) return null;
  // A bar as wide as its run of modules, with the quiet zone of eleven modules at the left and seven at the right.
  const bars = [...modules.matchAll(/1+/g)].map((run) => `M${11 + run.index} 0h${run[0].length}v${HEIGHT}h-${run[0].length}z`).join('');
  return <svg viewBox={`0 0 ${11 + modules.length + 7} ${HEIGHT}`} preserveAspectRatio="none" shapeRendering="crispEdges" aria-hidden="true"><path d={bars} fill="#000" /></svg>;
}
