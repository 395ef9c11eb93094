import type { EnrolmentCode, TillList } from '@oneshelf/contracts';
import type { Outside } from './api';

/** A new code for a register, as a manager makes it in the office: it works also after a story has used the printed one. */
export async function enrolmentCode(outside: Outside, { store, number }: { store: string; number: number }): Promise<string> {
  const { items } = await outside.get<TillList>('/api/tills');
  const register = items.find((till) => till.locationName === store && till.number === number);
  return (await outside.post<EnrolmentCode>(`/api/registers/${register?.registerId}/enrolment-code`)).code;
}
