/** The place of something that is being fetched. The screen says so once, in words; these say nothing. */
export function Skeleton({ width = '100%', height = 16, lines = 1 }: { width?: string | number; height?: number; lines?: number }) {
  return (
    <div aria-hidden="true" style={{ display: 'grid', gap: 8 }}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="os-skeleton" style={{ width, height }} />
      ))}
    </div>
  );
}
