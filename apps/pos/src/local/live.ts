import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';

/** What a query on the till's database gives, now and after each change; undefined until the first answer. Give a stable function: it names the query. */
export function useLive<Value>(query: () => Promise<Value>): Value | undefined {
  const [answer, setAnswer] = useState<{ query: () => Promise<Value>; value: Value }>();
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({ next: (value) => setAnswer({ query, value }) });
    return () => subscription.unsubscribe();
  }, [query]);
  return answer?.query === query ? answer.value : undefined;
}
