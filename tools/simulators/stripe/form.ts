export type FormValue = string | FormValue[] | Form;
export interface Form {
  [name: string]: FormValue;
}

/**
 * Reads Stripe's form encoding: `card[number]=4242&expand[]=customer&items[0][price]=5`.
 * Brackets nest; an empty pair or plain numbers make a list. All leaves are text.
 */
export function parseForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) insert(form, pathOf(name), value);
  return withLists(form) as Form;
}

function pathOf(name: string): string[] {
  const [first = '', ...rest] = name.split('[');
  return [first, ...rest.map((part) => part.replace(/\]$/, ''))];
}

function insert(form: Form, path: string[], value: string): void {
  let target = form;
  path.forEach((step, index) => {
    const name = step === '' ? String(Object.keys(target).length) : step;
    if (name === '__proto__') return;
    if (index === path.length - 1) {
      target[name] = value;
      return;
    }
    const next = target[name];
    const child: Form = typeof next === 'object' && !Array.isArray(next) ? next : {};
    target[name] = child;
    target = child;
  });
}

function withLists(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, child]) => [name, withLists(child)] as const);
  const numbered = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  return numbered ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}
