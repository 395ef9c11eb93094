// What the project's other tools can do on this machine, at one place for the benches.
export { findChromium } from '../../dev/chromium.mjs';
export { Processes } from '../../dev/processes.mjs';
export { ImportClient } from '../../import/import-client.mjs';
export { startTestPostgres } from '../../testing/postgres.mjs';
export { ensureTemplate } from '../../testing/template.mjs';
