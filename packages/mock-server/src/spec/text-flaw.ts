/** A text that is not the JSON or YAML it should be. The message is half a sentence that says why. */
export class TextFlaw extends Error {
  /** Where it stands, from 1, as far as that is known. */
  readonly place: { readonly line: number; readonly column: number } | undefined;

  constructor(reason: string, place?: TextFlaw['place']) {
    super(reason);
    this.place = place;
  }
}
