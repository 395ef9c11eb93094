// Finds Chromium for the browser tests; as root on Debian or Ubuntu it installs the system's package where it is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { step, Stop } from './say.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const INSTALL = 'apt-get install -y --no-install-recommends chromium fonts-dejavu-core';

export function findChromium() {
  const found = () => process.env.CHROMIUM_PATH ?? PLACES.find((place) => existsSync(place));
  if (found()) return found();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    step('Installing Chromium from the system\'s packages …');
    spawnSync('sh', ['-c', `apt-get update -qq && ${INSTALL}`], { stdio: 'ignore' });
    if (found()) return found();
  }
  throw new Stop(`The browser tests need Chromium. Install it (sudo ${INSTALL}) or set CHROMIUM_PATH to a Chromium or Chrome, and run npm test again.`);
}
