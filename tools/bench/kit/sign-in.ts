import { demo } from '@oneshelf/prisma/demo';
import { CannotMeasure } from './run-bench';

/** The session of somebody who looks after the stock, as a cookie header. */
export async function signIn(apiUrl: string): Promise<string> {
  const answer = await fetch(`${apiUrl}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: demo.staff.operations.email, password: demo.password }) });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || cookie === undefined) throw new CannotMeasure(`Nobody could sign in (${answer.status}). Nothing was measured.`);
  return cookie.split(';')[0] ?? '';
}
