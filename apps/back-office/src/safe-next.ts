/** Where to go after sign-in. Only a path of this origin: `//evil.example` and `/\evil.example` are other hosts to a browser. */
export function safeNext(next: string | null): string {
  if (next === null || !next.startsWith('/') || /^\/[/\\]/.test(next) || next.startsWith('/sign-in')) return '/';
  return next;
}
