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
