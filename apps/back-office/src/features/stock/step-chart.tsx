import styles from './stock.module.css';

export interface ChartPoint {
  label: string;
  value: number;
}

const [WIDTH, HEIGHT] = [960, 180];
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 12, 12, 26];

/** A line of steps: a level stays until it changes. The label says in words what the eye sees. */
export function StepChart({ label, points, format }: { label: string; points: ChartPoint[]; format: (value: number) => string }) {
  const values = points.map((point) => point.value);
  const [low, high] = [Math.min(0, ...values), Math.max(1000, ...values)];
  const x = (index: number): number => LEFT + (index * (WIDTH - LEFT - RIGHT)) / Math.max(1, points.length);
  const y = (value: number): number => TOP + ((high - value) * (HEIGHT - TOP - BOTTOM)) / (high - low);
  const line = points.map((point, index) => `${index === 0 ? `M${x(0)} ` : 'V'}${y(point.value)}H${x(index + 1)}`).join('');
  const ticks = [...new Set([low, low + Math.round((high - low) / 2000) * 1000, high])];
  const named = [...new Set([0, Math.floor((points.length - 1) / 2), points.length - 1])];
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">{format(tick)}</text>
        </g>
      ))}
      <path className={styles.area} d={`${line}V${y(0)}H${x(0)}Z`} />
      <path className={styles.line} d={line} />
      {named.map((index) => (
        <text key={index} x={index === points.length - 1 ? WIDTH - RIGHT : x(index)} y={HEIGHT - 6} textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'}>{points[index]?.label}</text>
      ))}
    </svg>
  );
}
