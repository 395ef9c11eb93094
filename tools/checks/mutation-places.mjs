// Each mutation changes text that stands in its file exactly once: code that moved on must take its mutation along.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mutations } from '../mutations/mutations.mjs';
import { root } from './files.mjs';

export function checkMutationPlaces() {
  return mutations.flatMap(({ lesson, bug, file, find }) => {
    const times = existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8').split(find).length - 1 : 0;
    return times === 1 ? [] : [`tools/mutations/mutations.mjs: the text of ${lesson} (${bug}) stands ${times} times in ${file}. Say there what the bug would change now, and run npm run mutations -- ${lesson}.`];
  });
}
