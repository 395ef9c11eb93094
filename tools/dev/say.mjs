// What the launcher tells a person: one line a step, a sentence when something stops it.
const plain = !process.stdout.isTTY || process.env.NO_COLOR;
const paint = (code, text) => (plain ? text : `\u001b[${code}m${text}\u001b[0m`);
const startedAt = performance.now();

export const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
export const step = (text) => console.log(`${paint('2', `${seconds()} s`)}  ${text}`);
export const warn = (text) => console.log(`${paint('33', '        ')}  ${paint('33', text)}`);
export const title = (text) => paint('1', text);

/** Something a person can put right: printed as one sentence, without a stack. */
export class Stop extends Error {}
