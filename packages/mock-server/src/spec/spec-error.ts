/** The spec cannot be used. The message says where, what is wrong and what to do. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  /** JSON pointer into the spec, `''` for the document itself. */
  readonly pointer: string;
  readonly problem: string;
  readonly advice: string;
  /** The schema keyword that cannot be used, where one is to blame. */
  readonly keyword: string | undefined;
  /** The file it was read from, as it was named; undefined for a parsed document. */
  readonly file: string | undefined;

  constructor(pointer: string, problem: string, advice: string, keyword?: string, file?: string) {
    const place = pointer === '' ? (file ?? 'The spec') : `${file ?? ''}#${pointer}`;
    super(`${place}: ${problem}. ${advice}.`);
    this.pointer = pointer;
    this.problem = problem;
    this.advice = advice;
    this.keyword = keyword;
    this.file = file;
  }
}

/** A text that is not the JSON or YAML it should be. The message is half a sentence that says why. */
export class ParseError extends Error {
  /** Where it stands, from 1, as far as that is known. */
  readonly place: { readonly line: number; readonly column: number } | undefined;

  constructor(reason: string, place?: ParseError['place']) {
    super(reason);
    this.place = place;
  }
}
