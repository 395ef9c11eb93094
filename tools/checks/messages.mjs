// The two languages of each app say the same things: same files, same keys, same placeholders.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, root } from './files.mjs';

const flatten = (value, prefix = '') => Object.entries(value).flatMap(([key, child]) => (typeof child === 'object' ? flatten(child, `${prefix}${key}.`) : [[`${prefix}${key}`, child]]));
// A word before a comma or a brace: the other braces hold the branches of a plural.
const placeholders = (text) => [...String(text).matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name).sort().join();

export function checkMessages() {
  return ['apps/back-office/messages', 'apps/pos/messages'].filter((folder) => existsSync(path.join(root, folder))).flatMap((folder) => {
    const load = (locale) => new Map(filesBelow(`${folder}/${locale}`).flatMap((file) => flatten(JSON.parse(readFileSync(path.join(root, file), 'utf8')), `${path.posix.basename(file)}:`)));
    const [english, german] = [load('en'), load('de')];
    return [
      ...[...english.keys()].filter((key) => !german.has(key)).map((key) => `${folder}: ${key} has no German text.`),
      ...[...german.keys()].filter((key) => !english.has(key)).map((key) => `${folder}: ${key} has no English text.`),
      ...[...english].filter(([key, text]) => german.has(key) && placeholders(text) !== placeholders(german.get(key))).map(([key]) => `${folder}: ${key} has other placeholders in German.`),
    ];
  });
}
