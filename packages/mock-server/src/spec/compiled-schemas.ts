import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { JsonObject } from './json-object.js';
import { toPointer } from './json-pointer.js';
import type { SchemaPlace } from './schema-places.js';
import { SpecError } from './spec-error.js';

// The declarations of ajv-formats are those of a module with a default export, and of another copy of ajv.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const documentId = 'spec:/';

/** Every schema of a spec, compiled, so that none can turn out unusable while messages are being judged. */
export class CompiledSchemas {
  readonly #ajv: Ajv2020;

  /** Throws SpecError for the first schema that does not compile. */
  constructor(root: JsonObject, places: readonly SchemaPlace[]) {
    this.#ajv = new Ajv2020({
      strict: false,
      validateSchema: false,
      inlineRefs: false,
      logger: false,
      code: { optimize: false },
    });
    addFormats(this.#ajv);
    this.#ajv.addSchema({ ...root, $id: documentId });
    for (const place of places) this.#compile(place);
  }

  /** The keyword the value breaks first; undefined when it keeps the schema. */
  brokenKeyword(path: readonly string[], value: unknown): string | undefined {
    const validate = this.#validator(path);
    return validate === undefined || validate(value) ? undefined : validate.errors?.[0]?.keyword;
  }

  #validator(path: readonly string[]): ValidateFunction | undefined {
    const fragment = toPointer(path).split('/').map(encodeURIComponent).join('/');
    return this.#ajv.getSchema(`${documentId}#${fragment}`);
  }

  #compile({ path, schema }: SchemaPlace): void {
    try {
      this.#validator(path);
    } catch (cause) {
      throw uncompilable(path, this.#firstFlaw(schema), cause);
    }
  }

  #firstFlaw(schema: JsonObject): string {
    this.#ajv.validateSchema(schema);
    return this.#ajv.errors?.[0]?.instancePath ?? '';
  }
}

function uncompilable(path: readonly string[], flaw: string, cause: unknown): SpecError {
  const keyword = flaw.split('/').findLast((segment) => !/^\d*$/.test(segment));
  const problem =
    keyword === undefined ? 'this schema does not compile' : `"${keyword}" has a value it cannot have`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SpecError(toPointer(path) + flaw, problem, `Correct it (${reason})`, keyword);
}
