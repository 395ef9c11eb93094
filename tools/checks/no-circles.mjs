// No file reaches itself through its imports, types included: what two files need of each other stands in a third.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, root } from './files.mjs';

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '/index.ts'];

export function checkCircles() {
  const files = ['apps', 'libs', 'prisma', 'tools', 'e2e', 'conformance'].flatMap(filesBelow).filter((file) => /\.(tsx?|mjs)$/.test(file));
  const known = new Set(files);
  return circlesOf(new Map(files.map((file) => [file, importsOf(file, known)]))).map((circle) => `${circle.join(' → ')} → ${circle[0]}`);
}

function importsOf(file, known) {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].flatMap(([, target]) => {
    const place = path.posix.join(path.posix.dirname(file), target);
    return ENDINGS.map((ending) => place + ending).filter((candidate) => known.has(candidate)).slice(0, 1);
  });
}

/** The circles that a walk from each file meets, each once. */
export function circlesOf(imports) {
  const circles = [];
  const done = new Set();
  const way = [];
  const walk = (file) => {
    const begun = way.indexOf(file);
    if (begun >= 0) return void circles.push(way.slice(begun));
    if (done.has(file)) return;
    way.push(file);
    for (const target of imports.get(file) ?? []) walk(target);
    way.pop();
    done.add(file);
  };
  for (const file of imports.keys()) walk(file);
  return circles;
}
