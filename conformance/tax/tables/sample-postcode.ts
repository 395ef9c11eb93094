/** A postcode that a pattern, a list ("6691, 6991:6993") or a regular expression between slashes, means. */
export function samplePostcode(pattern: string): string {
  const list = /^(\d[\w -]*)[,:]/.exec(pattern);
  if (list?.[1] !== undefined) return list[1];
  const expression = pattern.replace(/^\/|\/$/g, '');
  let sample = expression;
  while (sample.includes('(')) sample = sample.replace(/\(([^()|]*)[^()]*\)/, '$1');
  sample = sample
    .replace(/\|.*/, '')
    .replace(/\\d\{(\d+),?\d*\}|\[0-9\]\{(\d+)\}/g, (_, digits?: string, others?: string) => '0'.repeat(Number(digits ?? others)))
    .replace(/\\d/g, '0')
    .replace(/\[(\d)[^\]]*\]/g, '$1')
    .replace(/ \?/g, ' ');
  if (!new RegExp(`^(?:${expression})$`).test(sample)) throw new Error(`no postcode was found for ${pattern}`);
  return sample;
}
