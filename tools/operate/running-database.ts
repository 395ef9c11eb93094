import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PORT_LINE = 3;

/** The address of the database that `npm start` runs on this data folder; null when it does not run. */
export function runningDatabase(dataFolder: string): string | null {
  const [pidFile, passwordFile] = [path.join(dataFolder, 'postgres/postmaster.pid'), path.join(dataFolder, 'postgres.password')];
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return null;
  const port = readFileSync(pidFile, 'utf8').split('\n')[PORT_LINE];
  return `postgresql://oneshelf:${readFileSync(passwordFile, 'utf8')}@127.0.0.1:${port}/oneshelf`;
}
