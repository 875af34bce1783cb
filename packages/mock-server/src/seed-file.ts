import { arrayOr, isJsonObject, objectOr } from './json/json-object.js';
import { type Dialect, type GivenDialect, readDialect } from './sandbox/dialect.js';
import { refusingAt, type SeedData, SeedDataError } from './sandbox/seed/seed-data.js';
import { readText } from './spec/read-text.js';
import { ParseError } from './spec/spec-error.js';

/** Data to begin with as it was given: nothing in it is checked but the dialect. */
export interface GivenSeedData {
  /** Without the dialect. */
  readonly data: SeedData | undefined;
  /** Undefined where it names none. */
  readonly dialect: Dialect | undefined;
  /** The URLs of its webhook endpoints. */
  readonly urls: readonly string[];
  /** The same error with the line of the file that it is about; any other error stays as it is. */
  readonly inFile: (error: unknown) => unknown;
}

/** Takes data to begin with, or reads it from a file of YAML or of JSON, which is YAML too. Throws SeedDataError. */
export async function readSeedData(source: string | SeedData | undefined): Promise<GivenSeedData> {
  if (typeof source !== 'string') return given(source, (error) => error);
  const { value, placeOf } = await readYaml(source);
  return given(value ?? {}, (error) => {
    if (!(error instanceof SeedDataError)) return error;
    const problem = error.problem + quotingAdvice(value, error);
    return new SeedDataError(error.path, problem, `${source}${lineOf(placeOf(error.path))}`);
  });
}

async function readYaml(source: string) {
  const { parsePlacedYaml } = await import('./spec/parse-yaml.js');
  try {
    return parsePlacedYaml(await readText(source));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new SeedDataError([], `cannot be used: ${error.message}`, `${source}${lineOf(error.place)}`);
  }
}

function given(source: unknown, inFile: GivenSeedData['inFile']): GivenSeedData {
  const { dialect, ...data } = objectOr(source);
  const endpoints = arrayOr(objectOr(data)['webhookEndpoints']);
  const urls = endpoints.map((endpoint) => String(objectOr(endpoint)['url']));
  // The sandbox checks it before it uses anything of it.
  return {
    data: (isJsonObject(source) ? data : source) as SeedData | undefined,
    dialect: dialectIn(dialect, inFile),
    urls,
    inFile,
  };
}

function dialectIn(dialect: unknown, inFile: GivenSeedData['inFile']): Dialect | undefined {
  if (dialect === undefined) return undefined;
  try {
    return refusingAt(['dialect'], () => readDialect(dialect as GivenDialect));
  } catch (error) {
    throw inFile(error);
  }
}

function lineOf(place: ParseError['place']): string {
  return place === undefined ? '' : `, line ${place.line}`;
}

/** YAML takes `10001` and `+12025550143` for numbers unless they are quoted. */
function quotingAdvice(data: unknown, { path, problem }: SeedDataError): string {
  const value = path.reduce<unknown>((inner, step) => Object(inner)[step] as unknown, data);
  const isAboutText = /^must be (?:a )?(?:string|text)\b/.test(problem);
  return isAboutText && ['number', 'boolean'].includes(typeof value) ? '; put it in quotes' : '';
}
