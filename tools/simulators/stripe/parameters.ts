import { badParameter, missingParameter, unknownParameter } from './stripe-error';
import type { Form } from './form';

/** Typed reading of a request's form, with Stripe's refusals. An empty text unsets a field, as in Stripe. */
export class Parameters {
  constructor(
    private readonly form: Form,
    private readonly prefix = '',
  ) {}

  has(name: string): boolean {
    return this.form[name] !== undefined;
  }

  /** undefined: not sent; null: sent empty. */
  text(name: string): string | null | undefined {
    const value = this.form[name];
    if (value === undefined || value === '') return value === '' ? null : undefined;
    if (typeof value !== 'string') throw badParameter(this.nameOf(name), `Invalid string: ${this.nameOf(name)}`, 'parameter_invalid_string_empty');
    return value;
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === null) throw missingParameter(this.nameOf(name));
    return value;
  }

  integer(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined || value === null) return undefined;
    if (!/^-?\d{1,12}$/.test(value)) throw badParameter(this.nameOf(name), `Invalid integer: ${value}`, 'parameter_invalid_integer');
    return Number(value);
  }

  boolean(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined || value === null) return undefined;
    if (value !== 'true' && value !== 'false') throw badParameter(this.nameOf(name), `Invalid boolean: ${value}`, 'parameter_invalid_boolean');
    return value === 'true';
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(name);
    if (value === undefined || value === null) return undefined;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw badParameter(this.nameOf(name), `Invalid ${this.nameOf(name)}: must be one of ${choices.join(', ')}`, 'parameter_invalid_string');
    return found;
  }

  inner(name: string): Parameters | undefined {
    const value = this.form[name];
    if (value === undefined || typeof value === 'string' || Array.isArray(value)) return undefined;
    return new Parameters(value, this.nameOf(name));
  }

  texts(name: string): string[] | undefined {
    const value = this.form[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
  }

  /** The old metadata with the sent keys set; an empty value removes its key, an empty `metadata` removes all. */
  metadata(old: Record<string, string> = {}): Record<string, string> {
    const sent = this.form['metadata'];
    if (sent === '') return {};
    if (typeof sent !== 'object' || Array.isArray(sent)) return old;
    const merged = { ...old, ...Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, String(value)])) };
    return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
  }

  /** A copy in which one field has another value. */
  with(name: string, value: string): Parameters {
    return new Parameters({ ...this.form, [name]: value }, this.prefix);
  }

  allow(names: readonly string[]): void {
    const unknown = Object.keys(this.form).find((name) => name !== 'expand' && !names.includes(name));
    if (unknown !== undefined) throw unknownParameter(this.nameOf(unknown));
  }

  private nameOf(name: string): string {
    return this.prefix === '' ? name : `${this.prefix}[${name}]`;
  }
}
