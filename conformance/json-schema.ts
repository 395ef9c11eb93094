import { Ajv, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';

export type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

// The package is CommonJS; some loaders put its export one level deeper.
const addFormats = ((addFormatsModule as unknown as { default?: typeof addFormatsModule.default }).default ?? addFormatsModule) as unknown as (ajv: Ajv) => void;

/** Validates against parts of one document (an OpenAPI or Swagger file, or a JSON Schema), named by JSON pointer. */
export class DocumentSchemas {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: Json) {
    addFormats(this.ajv);
    this.ajv.addSchema(withNull(document) as object, 'document');
  }

  /** Sentences on what is wrong; empty: the value is valid. */
  problems(pointer: string, value: unknown): string[] {
    const validate = this.compiled.get(pointer) ?? this.ajv.compile({ $ref: `document#${pointer}` });
    this.compiled.set(pointer, validate);
    if (validate(value) === true) return [];
    const errors = validate.errors ?? [];
    // anyOf reports each of its branches; the field is what a reader needs.
    return [...new Set(errors.map((error) => `${error.instancePath || '/'} ${error.message ?? error.keyword}`))].slice(0, 12);
  }
}

// OpenAPI 3.0 says `nullable` beside $ref, anyOf or enum; JSON Schema has a type for null.
function withNull(value: Json): Json {
  if (Array.isArray(value)) return value.map(withNull);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value;
  // Two of Amazon's schemas give one $id to two places; nothing refers to them.
  const named = Object.entries(rest).filter(([name, child]) => name !== '$id' || typeof child !== 'string');
  const changed = Object.fromEntries(named.map(([name, child]) => [name, withNull(child)]));
  return nullable === true ? { anyOf: [changed, { type: 'null' }] } : nullable === undefined || nullable === false ? changed : { ...changed, nullable: withNull(nullable) };
}

/** A JSON pointer of the parts, with `/` and `~` escaped, and made fit for a URI fragment. */
export const pointerOf = (...parts: string[]): string => parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');
