import 'server-only';
import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { recordAudit } from '#lib/audit.ts';
import { cameFromOurPage } from '#lib/auth/origin.ts';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { type Db, inCouncil } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import type { FormAction } from '#lib/form-state.ts';
import { claimKey, recordAnswer } from '#lib/idempotency.ts';

type Outcome = {
  /** What it was done to, for the audit event: a reference or an id. */
  subject: string;
  /** The address that the person goes to. */
  to?: string;
  /** For a form that stays open: the row's version after the save. */
  savedVersion?: number;
  /** For a form that stays open: something that is shown this once and kept nowhere. */
  shownOnce?: string;
};

type Definition<Input extends z.ZodObject, Subject> = {
  /** Name in the audit trail. */
  operation: string;
  input: Input;
  /** What it acts on; null when there is no such thing, or not for this viewer. */
  load: (viewer: Viewer, db: Db, input: z.infer<Input>) => Promise<Subject | null>;
  allow: (viewer: Viewer, subject: Subject) => boolean;
  run: (viewer: Viewer, db: Db, input: z.infer<Input>, subject: Subject) => Promise<Outcome>;
};

/** A write by somebody who is not signed in and stays unknown. What lets them in is in the form. */
type GuestDefinition<Input extends z.ZodObject, Subject> = {
  operation: string;
  input: Input;
  /** The council that what they sent opens. @throws Refusal where it opens none */
  find: (input: z.infer<Input>) => Promise<string>;
  load: (db: Db, input: z.infer<Input>) => Promise<Subject | null>;
  /** @throws Refusal that says why not */
  allow: (subject: Subject) => void;
  /** Null for `subject` when the same form was sent before: nothing is done, and nothing is written in the trail. */
  run: (db: Db, input: z.infer<Input>, subject: Subject) => Promise<{ subject: string | null; to: string }>;
};

const envelope = z.object({ council: z.string().min(1).max(100), idempotencyKey: z.uuid() });

const made = new WeakSet<FormAction>();

/** True for functions that `mutation` and `guestMutation` made; a test holds every export of every mutations.ts against it. */
export const isMutation = (value: unknown): boolean => typeof value === 'function' && made.has(value as FormAction);

/**
 * Every write: sign in → parse → load → allow → run, in one transaction with its audit event.
 * A Refusal becomes form state that keeps what was typed; what is not there, or not theirs, is not found;
 * anything else is a bug and is rethrown. The form carries `council` and `idempotencyKey`.
 */
export function mutation<Input extends z.ZodObject, Subject>(definition: Definition<Input, Subject>): FormAction {
  return formAction(async (form) => {
    const carried = envelope.safeParse(typedValues(form));
    if (!carried.success) throw new Refusal('This form is not complete. Load the page again, then send it.');
    const { council, idempotencyKey } = carried.data;
    const viewer = await getViewer(council);
    if (!viewer) {
      throw new Refusal('You are signed out. Sign in again in another tab, then send this form once more.');
    }
    const input = entered(definition.input, form);
    const outcome = await inCouncil<Partial<Outcome>>(viewer.councilId, async (db) => {
      const earlier = await claimKey(db, viewer, definition.operation, idempotencyKey);
      if (earlier) return earlier.answer === null ? {} : { to: earlier.answer };
      const subject = await definition.load(viewer, db, input);
      if (subject === null) return notFound();
      if (!definition.allow(viewer, subject)) throw new Refusal('Your role does not allow this.');
      const result = await definition.run(viewer, db, input, subject);
      await recordAudit(db, viewer, definition.operation, result.subject);
      if (result.to) await recordAnswer(db, viewer, definition.operation, idempotencyKey, result.to);
      return result;
    });
    if (outcome.to || outcome.shownOnce) revalidatePath(`/${viewer.council.slug}`, 'layout');
    return outcome;
  });
}

/** The same for who is not signed in: find the council → parse → load → allow → run. They leave no name in the trail. */
export function guestMutation<Input extends z.ZodObject, Subject>(
  definition: GuestDefinition<Input, Subject>,
): FormAction {
  return formAction(async (form) => {
    const input = entered(definition.input, form);
    const councilId = await definition.find(input);
    return inCouncil(councilId, async (db) => {
      const subject = await definition.load(db, input);
      if (subject === null) return notFound();
      definition.allow(subject);
      const result = await definition.run(db, input, subject);
      if (result.subject !== null) {
        await recordAudit(db, { councilId, personId: null }, definition.operation, result.subject);
      }
      return { to: result.to };
    });
  });
}

/** What a form of ours does: another site's is refused, a Refusal keeps what was typed, and it leads on or stays open. */
function formAction(write: (form: FormData) => Promise<Partial<Outcome>>): FormAction {
  const action: FormAction = async (_previous, form) => {
    const typed = typedValues(form);
    let outcome: Partial<Outcome>;
    try {
      if (!(await cameFromOurPage())) {
        throw new Refusal('This form was sent from another site. Nothing was changed.');
      }
      outcome = await write(form);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { message, errors, theirs } = error;
      return { message, errors, values: typed, ...(theirs && { theirs }) };
    }
    const { to, savedVersion, shownOnce } = outcome;
    if (to) redirect(to);
    return {
      message: 'Saved',
      errors: {},
      values: typed,
      ...(savedVersion && { savedVersion }),
      ...(shownOnce && { shownOnce }),
    };
  };
  made.add(action);
  return action;
}

/** @throws Refusal with what to mend, field by field */
function entered<Input extends z.ZodObject>(input: Input, form: FormData): z.infer<Input> {
  const parsed = input.safeParse(enteredValues(form));
  if (parsed.success) return parsed.data;
  throw new Refusal('There is a problem with what was entered.', { errors: fieldErrors(parsed.error) });
}

/** The form's own fields; React adds names that start with $. */
const ownFields = (form: FormData) => [...new Set(form.keys())].filter((name) => !name.startsWith('$'));

/** What was typed, as text, to show it again: several values of one name are parted by commas, files are left out. */
export function typedValues(form: FormData): Record<string, string> {
  const textsOf = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  return Object.fromEntries(ownFields(form).map((name) => [name, textsOf(name).join(',')]));
}

/**
 * What the input is parsed from: a text, a file, or for a name that comes more than once an array of them.
 * A file field that was left alone gives nothing; a file that was chosen and is empty is told so.
 */
function enteredValues(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  return Object.fromEntries(
    ownFields(form).map((name) => {
      const values = form.getAll(name).filter((value) => typeof value === 'string' || isChosen(value));
      return [name, values.length === 1 && values[0] !== undefined ? values[0] : values];
    }),
  );
}

/** Without a file the browser sends an empty one without a name, which the framework's reader calls "undefined". */
const isChosen = (file: File) => file.size > 0 || (file.name !== '' && file.name !== 'undefined');

export function fieldErrors(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.toReversed().map((issue) => [issue.path.join('.'), issue.message]));
}
