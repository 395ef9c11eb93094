// Each lib has a room card that fits on a screen, and a server lib shows at most twelve names (platform is the house itself).
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { libFolders, root } from './files.mjs';

const HEADINGS = ['Purpose', 'Owns', 'Can do', 'Says / Hears', 'May import', 'Never', 'Invariants', 'Try'];
const MAX_LINES = 60;
const MAX_NAMES = 12;

export function checkRoomCards() {
  return libFolders().flatMap((folder) => {
    const card = path.join(root, folder, 'README.md');
    if (!existsSync(card)) return [`${folder} has no room card (README.md).`];
    const text = readFileSync(card, 'utf8');
    const empty = HEADINGS.filter((heading) => !new RegExp(`\\*\\*${heading.replace('/', '\\/')}\\.?\\*\\*\\.?[ \\t]*\\S`).test(text));
    const lines = text.split('\n').length;
    return [
      ...empty.map((heading) => `${folder}/README.md says nothing under "${heading}".`),
      ...(lines > MAX_LINES ? [`${folder}/README.md has ${lines} lines; a room card fits on a screen (${MAX_LINES}).`] : []),
      ...tooManyNames(folder),
    ];
  });
}

function tooManyNames(folder) {
  if (!folder.startsWith('libs/server/') || folder === 'libs/server/platform') return [];
  const index = readFileSync(path.join(root, folder, 'src/index.ts'), 'utf8');
  const values = [...index.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names]) => names.split(',')).map((name) => name.trim()).filter((name) => name && !name.startsWith('type '));
  return values.length > MAX_NAMES ? [`${folder}/src/index.ts shows ${values.length} names; ${MAX_NAMES} are allowed. Show less or split the lib.`] : [];
}
