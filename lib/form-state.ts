/** What a form shows after a submit that did not lead elsewhere: why, beside which field, and everything typed. */
export type FormState = {
  message: string;
  /** Field name to one sentence that says how to mend it. Empty when the form was saved. */
  errors: Record<string, string>;
  /** What the person typed, so that nothing is lost. */
  values: Record<string, string>;
  /** What somebody else saved in the meantime, by field name. */
  theirs?: Record<string, string>;
  /** Set when the form was saved and stays open: the version that the next save must name. */
  savedVersion?: number;
  /** Set when the form made something that is shown this once and kept nowhere. */
  shownOnce?: string;
} | null;

/** A server action for a form. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
