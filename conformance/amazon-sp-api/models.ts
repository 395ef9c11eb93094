import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DocumentSchemas, pointerOf, type Json } from '../json-schema';

interface Parameter {
  name?: string;
  in?: string;
  required?: boolean;
  schema?: object;
  $ref?: string;
}

export interface Swagger {
  paths: Record<string, Record<string, { operationId?: string; parameters?: Parameter[]; responses?: Record<string, { schema?: object }> }>>;
  parameters?: Record<string, Parameter>;
}

/** Amazon's models: what a request's body and an answer have to look like. */
export class Models {
  private readonly loaded = new Map<string, { document: Swagger; schemas: DocumentSchemas }>();

  constructor(private readonly folder: string) {}

  get names(): string[] {
    return readdirSync(this.folder).filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));
  }

  answerProblems(at: { model: string; path: string; method: string; status: number }, body: unknown): string[] {
    const { document, schemas } = this.load(at.model);
    const response = document.paths[at.path]?.[at.method]?.responses?.[String(at.status)];
    if (response === undefined) return [`The model knows no answer ${at.status} for ${at.method} ${at.path}.`];
    if (response.schema === undefined) return body === undefined || Object.keys(Object(body)).length === 0 ? [] : ['The model has no body here, but one was sent.'];
    return schemas.problems(pointerOf('paths', at.path, at.method, 'responses', String(at.status), 'schema'), body);
  }

  requestProblems(at: { model: string; path: string; method: string }, body: unknown): string[] {
    const { document, schemas } = this.load(at.model);
    const parameters = document.paths[at.path]?.[at.method]?.parameters ?? [];
    const index = parameters.findIndex((parameter) => parameter.in === 'body');
    return index < 0 ? [] : schemas.problems(pointerOf('paths', at.path, at.method, 'parameters', String(index), 'schema'), body);
  }

  /** The parameters of an operation, references resolved. */
  parametersOf(at: { model: string; path: string; method: string }): Parameter[] {
    const { document } = this.load(at.model);
    const listed = document.paths[at.path]?.[at.method]?.parameters ?? [];
    return listed.map((parameter) => (parameter.$ref === undefined ? parameter : (document.parameters?.[parameter.$ref.split('/').at(-1) ?? ''] ?? parameter)));
  }

  private load(model: string): { document: Swagger; schemas: DocumentSchemas } {
    const known = this.loaded.get(model);
    if (known !== undefined) return known;
    const document = JSON.parse(readFileSync(path.join(this.folder, `${model}.json`), 'utf8')) as Swagger;
    const made = { document, schemas: new DocumentSchemas(document as unknown as Json) };
    this.loaded.set(model, made);
    return made;
  }
}
