import { readdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const IGNORED = new Set(['node_modules', '.next', 'dist', 'generated', '.git', '.nx', 'test-results']);

/** Every file below a folder of the project, as a path from the root. */
export function filesBelow(place) {
  return readdirSync(path.join(root, place), { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name)) return [];
    const child = path.posix.join(place, entry.name);
    return entry.isDirectory() ? filesBelow(child) : [child];
  });
}

/** The folders of all libs: those with a project.json. */
export const libFolders = () => filesBelow('libs').filter((file) => file.endsWith('/project.json')).map((file) => path.posix.dirname(file));
