import { demo } from '@oneshelf/prisma/demo';
import { CannotMeasure } from './run-bench';

/** The cookie of a signed-in person of the demo chain. */
export async function signedInAs(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: demo.password }) });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || cookie === undefined) throw new CannotMeasure(`${email} could not sign in (${answer.status}). Nothing was measured.`);
  return cookie.split(';')[0] ?? '';
}
