import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { fromPointer, type JsonObject, toPointer } from '../json/json-object.js';
import { SpecError } from './spec-error.js';
import type { SchemaPlace } from './spec-walk.js';

// The declarations of ajv-formats are those of a module with a default export, and of another copy of ajv.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const calendar = new Ajv2020({ logger: false });
addFormats(calendar);
const isOnCalendar = calendar.compile({ type: 'string', format: 'date-time' });
const rfc3339 = /^\d{4}-\d\d-\d\dt\d\d:\d\d:\d\d(?:\.\d+)?(?:z|[+-]\d\d:\d\d)$/i;
const documentId = 'spec:/';
const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** A keyword that a value breaks, and where in the value. */
export interface BrokenKeyword {
  readonly keyword: string;
  readonly location: readonly string[];
  /** The property that is missing, where one is. */
  readonly missing?: string;
  /** The values there are, where the schema wants one of them. */
  readonly allowed?: readonly string[];
  /** What the schema wants, such as `must match format "date"`; no value is in it. */
  readonly text: string;
}

/** Every schema of a spec, compiled, so that none can turn out unusable while messages are being checked. */
export class CompiledSchemas {
  readonly #root: JsonObject;
  readonly #ajv: Ajv2020;
  /** Goes on behind the first mistake. Made for the first value that has one. */
  #thorough: Ajv2020 | undefined;
  /** By the path of its schema, of which each schema has one. */
  readonly #validators = new WeakMap<readonly string[], ValidateFunction>();

  /** Throws SpecError for the first schema that does not compile. */
  constructor(root: JsonObject, places: readonly SchemaPlace[]) {
    this.#root = root;
    this.#ajv = compilerOf(root, { allErrors: false });
    for (const place of places) this.#checkKeywords(place);
    for (const place of places) this.#compile(place);
  }

  /** The first keyword that a value breaks; undefined when it keeps its schema. */
  brokenKeyword(path: readonly string[], value: unknown): BrokenKeyword | undefined {
    const validate = this.#validators.get(path) ?? validatorIn(this.#ajv, path);
    if (validate !== undefined) this.#validators.set(path, validate);
    return brokenBy(validate, value)[0];
  }

  /** Every keyword that a value breaks. A large value may break hundreds of thousands. */
  brokenKeywords(path: readonly string[], value: unknown): BrokenKeyword[] {
    this.#thorough ??= compilerOf(this.#root, { allErrors: true });
    return brokenBy(validatorIn(this.#thorough, path), value);
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
      validatorIn(this.#ajv, path);
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

/** RFC 3339. The format of the library and that of Prism also take a space, and offsets such as `+02`. */
function isDateTime(text: string): boolean {
  return rfc3339.test(text) && isOnCalendar(text);
}

/** Throws SpecError for two schemas of one `$id` or `$anchor`. */
function compilerOf(root: JsonObject, options: { readonly allErrors: boolean }): Ajv2020 {
  const ajv = new Ajv2020({
    ...options,
    strict: false,
    validateSchema: false,
    inlineRefs: false,
    logger: false,
    code: { optimize: false },
    // Otherwise 19.99 is no multiple of 0.01.
    multipleOfPrecision: 6,
  });
  addFormats(ajv);
  ajv.addFormat('date-time', isDateTime);
  try {
    return ajv.addSchema({ ...root, $id: documentId });
  } catch (error) {
    const reason = (error as Error).message;
    throw new SpecError('', 'its schemas cannot be told apart', `Correct them (${reason})`);
  }
}

function validatorIn(ajv: Ajv2020, path: readonly string[]): ValidateFunction | undefined {
  const fragment = toPointer(path).split('/').map(encodeURIComponent).join('/');
  return ajv.getSchema(`${documentId}#${fragment}`);
}

function brokenBy(validate: ValidateFunction | undefined, value: unknown): BrokenKeyword[] {
  if (validate === undefined || validate(value)) return [];
  return (validate.errors ?? []).map(({ keyword, instancePath, params, message = '' }) => {
    const { missingProperty: missing, allowedValues, allowedValue } = params;
    const allowed: unknown = keyword === 'const' ? [allowedValue] : allowedValues;
    return {
      keyword,
      location: fromPointer(instancePath),
      ...(typeof missing === 'string' && { missing }),
      ...(Array.isArray(allowed) && { allowed: allowed.map(String) }),
      text: message,
    };
  });
}
