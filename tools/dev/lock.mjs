// One copy a data folder: a second start on the same folder is refused with the pid of the first.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Stop } from './say.mjs';

const isLauncher = (pid) => {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs');
  } catch {
    return false;
  }
};

export function takeFolder(dataFolder) {
  const file = path.join(dataFolder, 'launcher.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid !== process.pid && isLauncher(pid)) throw new Stop(`Oneshelf already runs on ${dataFolder} (process ${pid}). Use that one, stop it with Ctrl-C, or start a second copy with another PORT and ONESHELF_DATA.`);
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}
