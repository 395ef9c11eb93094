import type { Finding } from '../checks/check';

/** One table: what was checked, how many facts were looked at, and the first breaches of each. */
export function printFindings(findings: Finding[]): void {
  const width = Math.max(...findings.map(({ name }) => name.length));
  console.log(`\n${'check'.padEnd(width)}  looked at  breaches`);
  for (const { name, lookedAt, breaches, note } of findings) {
    console.log(`${name.padEnd(width)}  ${String(lookedAt).padStart(9)}  ${String(breaches.length).padStart(8)}${note ? `  ${note}` : ''}`);
    for (const breach of breaches.slice(0, 5)) console.log(`    ${breach}`);
    if (breaches.length > 5) console.log(`    … and ${breaches.length - 5} more`);
  }
  console.log('');
}
