import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { JsonObject } from '../json/json-object.js';
import { fromPointer, toPointer } from '../json/json-pointer.js';
import type { SchemaPlace } from './schema-places.js';
import { SpecError } from './spec-error.js';

// The declarations of ajv-formats are those of a module with a default export, and of another copy of ajv.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const documentId = 'spec:/';
const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** A keyword that a value breaks, and where in the value. */
export interface BrokenKeyword {
  readonly keyword: string;
  readonly location: readonly string[];
}

/** Every schema of a spec, compiled, so that none can turn out unusable while messages are being checked. */
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
    this.#add(root);
    for (const place of places) this.#checkKeywords(place);
    for (const place of places) this.#compile(place);
  }

  /** The first keyword that a value breaks; undefined when it keeps its schema. */
  brokenKeyword(path: readonly string[], value: unknown): BrokenKeyword | undefined {
    const validate = this.#validator(path);
    if (validate === undefined || validate(value)) return undefined;
    const [error] = validate.errors ?? [];
    return { keyword: error?.keyword ?? 'schema', location: fromPointer(error?.instancePath ?? '') };
  }

  /** Two schemas of one `$id` or `$anchor` show here. */
  #add(root: JsonObject): void {
    try {
      this.#ajv.addSchema({ ...root, $id: documentId });
    } catch (error) {
      throw new SpecError(
        '',
        'its schemas cannot be told apart',
        `Correct them (${(error as Error).message})`,
      );
    }
  }

  #validator(path: readonly string[]): ValidateFunction | undefined {
    const fragment = toPointer(path).split('/').map(encodeURIComponent).join('/');
    return this.#ajv.getSchema(`${documentId}#${fragment}`);
  }

  /** Prism compiles no schema that breaks the dialect, and then checks nothing by it. */
  #checkKeywords({ path, schema }: SchemaPlace): void {
    if (![undefined, dialect].includes(schema['$schema'] as string | undefined)) {
      throw new SpecError(
        toPointer(path),
        'this dialect cannot be checked',
        `Write it for ${dialect}`,
        '$schema',
      );
    }
    this.#ajv.validateSchema(schema);
    const [error] = this.#ajv.errors ?? [];
    if (error === undefined) return;
    const keyword = error.instancePath.split('/').findLast((segment) => !/^\d*$/.test(segment)) ?? '';
    const problem = `"${keyword}" has an invalid value`;
    throw new SpecError(toPointer(path) + error.instancePath, problem, `It ${error.message}`, keyword);
  }

  #compile({ path }: SchemaPlace): void {
    try {
      this.#validator(path);
    } catch (error) {
      if (error instanceof RangeError)
        throw new SpecError(
          toPointer(path),
          'this schema is nested too deeply to be checked',
          'Give it fewer levels',
        );
      const reason = error instanceof Error ? error.message : String(error);
      throw new SpecError(toPointer(path), 'this schema does not compile', `Correct it (${reason})`);
    }
  }
}
