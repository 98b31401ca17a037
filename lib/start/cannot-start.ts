/** A reason not to start, in one sentence for the person who starts the product: what is wrong and how to mend it. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
