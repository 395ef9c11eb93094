import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Processes } from '../kit/machine.mjs';
import type { Lab } from '../kit/lab';
import type { BenchContext } from '../kit/run-bench';
import { freePort, startServers } from '../kit/servers';

/** The built api with the back-office in front of it, at one address. */
export async function startOffice(context: BenchContext, lab: Lab): Promise<{ origin: string; peakMb(): Record<string, number> }> {
  const { apiUrl, peakMb } = await startServers(context, { lab });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'oneshelf-bench-office-'));
  context.later(() => rmSync(folder, { recursive: true, force: true }));
  const processes = new Processes(path.join(folder, 'logs'));
  context.later(() => processes.stop());
  const [office, front] = [await freePort(), await freePort()];
  const officeUrl = `http://127.0.0.1:${office}`;
  const origin = `http://127.0.0.1:${front}`;
  await processes.start({ name: 'back-office', file: 'apps/back-office/.next/standalone/apps/back-office/server.js', readyUrl: `${officeUrl}/sign-in`, environment: { NODE_ENV: 'production', PORT: String(office), HOSTNAME: '127.0.0.1', API_URL: apiUrl } });
  await processes.start({ name: 'gateway', file: 'tools/dev/gateway.mjs', readyUrl: `${origin}/api/health`, environment: { PORT: String(front), API_URL: apiUrl, OFFICE_URL: officeUrl } });
  return { origin, peakMb };
}
