// Each numbered rule of a SPEC.md has a test whose title starts with its number, and no test names a rule that is not there.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, libFolders, root } from './files.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

export function checkSpecIds() {
  return libFolders().filter((folder) => existsSync(path.join(root, folder, 'SPEC.md'))).flatMap((folder) => {
    const spec = read(`${folder}/SPEC.md`);
    const rules = new Set([...spec.matchAll(/\b([A-Z]{3}-\d+)\b/g)].map(([, id]) => id).filter((id) => new RegExp(`^(?:#+|[-*]|\\|)\\s*\\**${id}\\b`, 'm').test(spec)));
    if (rules.size === 0) return [`${folder}/SPEC.md has no numbered rule.`];
    const prefix = [...rules][0].split('-')[0];
    const titles = filesBelow(folder).filter((file) => /\.spec\.tsx?$/.test(file)).flatMap((file) => [...read(file).matchAll(new RegExp(`['"\`](${prefix}-\\d+)`, 'g'))].map(([, id]) => ({ id, file })));
    const tested = new Set(titles.map(({ id }) => id));
    return [
      ...[...rules].filter((id) => !tested.has(id)).map((id) => `${folder}/SPEC.md: ${id} has no test whose title starts with it.`),
      ...titles.filter(({ id }) => !rules.has(id)).map(({ id, file }) => `${file} tests ${id}, which ${folder}/SPEC.md does not have.`),
    ];
  });
}
