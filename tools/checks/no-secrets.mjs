// No machine path, private registry or key of another company in the repository.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { root } from './files.mjs';

const PATTERNS = [
  [/\b[sr]k_live_[A-Za-z0-9]{10,}/, 'a live Stripe key'],
  [/AKIA[0-9A-Z]{16}/, 'an AWS key'],
  [/-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/, 'a private key'],
  [/"resolved": "https?:\/\/(?!registry\.npmjs\.org)/, 'a registry other than the public one'],
];

export function checkSecrets() {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root }).toString().split('\0').filter((file) => file && !/\.(png|ico|woff2?)$/.test(file) && !file.endsWith('no-secrets.mjs'));
  return files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return PATTERNS.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${file} holds ${what}.`);
  });
}
