import 'server-only';
import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { recordAudit } from '#lib/audit.ts';
import { cameFromOurPage } from '#lib/auth/origin.ts';
import { getViewer, type Viewer } from '#lib/auth/viewer.ts';
import { type Db, inCouncil } from '#lib/db.ts';
import { Refusal } from '#lib/errors.ts';
import type { FormAction, FormState } from '#lib/form-state.ts';
import { claimKey, recordAnswer } from '#lib/idempotency.ts';

type Outcome = {
  /** What it was done to, for the audit event: a reference or an id. */
  subject: string;
  /** The address that the person goes to. */
  to?: string;
  /** For a form that stays open: the row's version after the save. */
  savedVersion?: number;
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

const envelope = z.object({ council: z.string().min(1).max(100), idempotencyKey: z.uuid() });

const made = new WeakSet<FormAction>();

/** True for functions that `mutation` made; a test holds every export of every mutations.ts against it. */
export const isMutation = (value: unknown): boolean => typeof value === 'function' && made.has(value as FormAction);

/**
 * Every write: sign in → parse → load → allow → run, in one transaction with its audit event.
 * A Refusal becomes form state that keeps what was typed; what is not there, or not theirs, is not found;
 * anything else is a bug and is rethrown. The form carries `council` and `idempotencyKey`.
 */
export function mutation<Input extends z.ZodObject, Subject>(definition: Definition<Input, Subject>): FormAction {
  const action: FormAction = async (_previous, form) => {
    const typed = typedValues(form);
    if (!(await cameFromOurPage())) return refuse('This form was sent from another site. Nothing was changed.', typed);
    const carried = envelope.safeParse(typed);
    if (!carried.success) return refuse('This form is not complete. Load the page again, then send it.', typed);
    const { council, idempotencyKey } = carried.data;
    const viewer = await getViewer(council);
    if (!viewer) {
      return refuse('You are signed out. Sign in again in another tab, then send this form once more.', typed);
    }
    const parsed = definition.input.safeParse(enteredValues(form));
    if (!parsed.success) return refuse('There is a problem with what was entered.', typed, fieldErrors(parsed.error));

    let outcome: { to?: string | null; savedVersion?: number };
    try {
      outcome = await inCouncil(viewer.councilId, async (db) => {
        const earlier = await claimKey(db, viewer, definition.operation, idempotencyKey);
        if (earlier) return { to: earlier.answer };
        const subject = await definition.load(viewer, db, parsed.data);
        if (subject === null) return notFound();
        if (!definition.allow(viewer, subject)) throw new Refusal('Your role does not allow this.');
        const result = await definition.run(viewer, db, parsed.data, subject);
        await recordAudit(db, viewer, definition.operation, result.subject);
        if (result.to) await recordAnswer(db, viewer, definition.operation, idempotencyKey, result.to);
        return result;
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return {
        message: error.message,
        errors: error.errors,
        values: typed,
        ...(error.theirs && { theirs: error.theirs }),
      };
    }
    if (outcome.to) {
      revalidatePath(`/${viewer.council.slug}`, 'layout');
      redirect(outcome.to);
    }
    return { ...refuse('Saved', typed), ...(outcome.savedVersion && { savedVersion: outcome.savedVersion }) };
  };
  made.add(action);
  return action;
}

const refuse = (
  message: string,
  values: Record<string, string>,
  errors: Record<string, string> = {},
): NonNullable<FormState> => ({
  message,
  errors,
  values,
});

/** The form's own fields; React adds names that start with $. */
const ownFields = (form: FormData) => [...new Set(form.keys())].filter((name) => !name.startsWith('$'));

/** What was typed, as text, to show it again: several values of one name are parted by commas, files are left out. */
function typedValues(form: FormData): Record<string, string> {
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

function fieldErrors(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.toReversed().map((issue) => [issue.path.join('.'), issue.message]));
}
