import type { IsvObservatory } from '@oneshelf/contracts';
import { causeParts } from './cause-parts';
import styles from './isv.module.css';

type Point = IsvObservatory['points'][number];

const [WIDTH, HEIGHT] = [960, 200];
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 12, 12, 26];
/** The axis never ends below 1 %, so that a small variance looks small. */
const LEAST_TOP = 100;
const WIDEST = 48;

/** ISV of each point as a bar, split by cause. The label says in words what the eye sees; the table below has the figures. */
export function IsvChart({ label, points, time, percent }: { label: string; points: Point[]; time: (at: string) => string; percent: (basisPoints: number) => string }) {
  const known = points.map((point) => point.isvBasisPoints ?? 0);
  const highest = Math.max(LEAST_TOP, ...known);
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, points.length);
  const width = Math.max(1, Math.min(WIDEST, step * 0.8));
  const y = (basisPoints: number): number => HEIGHT - BOTTOM - (basisPoints * (HEIGHT - TOP - BOTTOM)) / highest;
  const named = [...new Set([0, Math.floor((points.length - 1) / 2), points.length - 1])];
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, highest / 2, highest].map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">{percent(tick)}</text>
        </g>
      ))}
      {points.map((point, index) => <Bar key={point.at} point={point} x={LEFT + index * step + (step - width) / 2} width={width} y={y} highest={highest} />)}
      {named.map((index) => (
        <text key={index} x={LEFT + (index + 0.5) * step} y={HEIGHT - 6} textAnchor={index === 0 && points.length > 2 ? 'start' : index === points.length - 1 && points.length > 2 ? 'end' : 'middle'}>{points[index] === undefined ? '' : time(points[index].at)}</text>
      ))}
    </svg>
  );
}

/** What works against the others is in the table only: a bar has no room for less than nothing. */
function Bar({ point, x, width, y, highest }: { point: Point; x: number; width: number; y: (basisPoints: number) => number; highest: number }) {
  const total = point.isvBasisPoints ?? highest;
  const parts = causeParts(point).filter(({ milli }) => milli > 0);
  const sum = parts.reduce((all, { milli }) => all + milli, 0);
  let below = 0;
  return (
    <g>
      {parts.map(({ cause, milli }) => {
        const from = below;
        below += (total * milli) / sum;
        return <rect key={cause} data-cause={cause} x={x} width={width} y={y(below)} height={Math.max(0, y(from) - y(below))} />;
      })}
      {point.isvBasisPoints === null ? <text x={x + width / 2} y={TOP + 10} textAnchor="middle">∞</text> : null}
    </g>
  );
}
