import compile from 'icu-minify/compile';
import type { AbstractIntlMessages } from 'next-intl';

type Words = { [key: string]: string | Words };

/** ICU messages as the formatter without a parser reads them (next.config.ts puts that one in): the parser would be 9 kB of every first load. */
export const compileMessages = (words: Words): AbstractIntlMessages =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? plain(compile(value)) : compileMessages(value)])) as AbstractIntlMessages;

/** The compiler's branches have no prototype, and such objects do not cross from server to browser components. */
const plain = (compiled: unknown): unknown => JSON.parse(JSON.stringify(compiled)) as unknown;
