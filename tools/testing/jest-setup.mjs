// Jest's global set-up for libs with a database: one server and one template for the whole run.
import { startTestPostgres } from './postgres.mjs';
import { ensureTemplate } from './template.mjs';

export default async function setUp() {
  const server = await startTestPostgres();
  process.env.ONESHELF_TEST_ADMIN_URL = server.url;
  process.env.ONESHELF_TEST_TEMPLATE = await ensureTemplate(server.url);
  globalThis.stopTestPostgres = server.stop;
}
