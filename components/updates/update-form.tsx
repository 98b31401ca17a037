'use client';

import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { Radios } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea } from '#components/ui/text-input.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { EvidenceFields } from '#components/updates/evidence-fields.tsx';
import type { ShownFile } from '#components/updates/file-fields.tsx';
import { FormButtons } from '#components/updates/form-buttons.tsx';
import { LastWords } from '#components/updates/last-words.tsx';
import { useAutosave } from '#components/updates/use-autosave.ts';
import { type Help, WritingHelp } from '#components/updates/writing-help.tsx';
import type { Status } from '#lib/councils/settings.ts';
import { textFields } from '#lib/updates/drafts.ts';
import { writeUpdate } from '#lib/updates/mutations.ts';
import { reasonQuestion } from '#lib/updates/words.ts';

type Props = {
  council: string;
  commitment: string;
  idempotencyKey: string;
  version: number;
  /** The working draft, or the status last published with empty answers. */
  saved: Record<string, string>;
  previous: Status | null;
  /** What was said last time, by field; empty before the first. */
  last: Record<string, string>;
  files: readonly ShownFile[];
  help: Help;
  /** Where it stands: on its own page, or in the list of the round. */
  from: '' | 'round';
  statuses: readonly { key: Status; label: string; meaning: string }[];
  hasNext: boolean;
  /** "4.12 pm" when a draft has been saved before. */
  savedAt: string | null;
  /** True while no round is open: it shows only what was sent too late, so that nothing typed is lost. */
  isClosed: boolean;
};

/**
 * With a script the form begins anew once a button has saved another version. Without one it must be the same form on
 * the page that answers, or what was typed would not find its way back into it: so its first key never differs.
 */
export function UpdateForm(props: Props) {
  const [first] = useState(props.version);
  return <Form key={props.version === first ? 'first' : props.version} {...props} />;
}

/** What a lead fills in. Everything works without a script; with one, drafts save themselves. */
function Form({ saved, previous, last, statuses, hasNext, ...props }: Props) {
  const { state, formAction, field, valueFor } = useFormAction(writeUpdate);
  const form = useRef<HTMLFormElement>(null);
  const [version, setVersion] = useState(String(props.version));
  const { said, refused, settle, resume } = useAutosave(form, setVersion);
  const [status, setStatus] = useState(valueFor('status', saved.status));
  const [typed, setTyped] = useState(() =>
    Object.fromEntries(textFields.map((name) => [name, valueFor(name, saved[name])])),
  );
  const advised = useDeferredValue(typed);
  const settled = useRef(false);

  useEffect(() => {
    settled.current = false;
    resume(state?.theirs !== undefined);
  }, [state, resume]);

  function waitForAutosave(event: FormEvent<HTMLFormElement>) {
    if (settled.current) return;
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    void submitSettled(submitter);
  }

  async function submitSettled(submitter: HTMLElement | null) {
    await settle();
    settled.current = true;
    form.current?.requestSubmit(submitter);
  }

  const conflict = refused ?? (state?.theirs ? state : null);
  const theirs = (name: string) => {
    const text = conflict?.theirs?.[name];
    return text && text !== conflict?.values[name] ? text : undefined;
  };
  if (props.isClosed && !state) return null;
  const of = (name: string) => ({ ...field(name, saved[name]), theirs: theirs(name) });
  const label = (key: string) => statuses.find((one) => one.key === key)?.label ?? 'nothing chosen';
  const theirStatus = theirs('status');
  const reason = reasonQuestion(previous, statuses.find((one) => one.key === status)?.key ?? '');
  const beside = (name: string) => <LastWords last={last[name]} now={typed[name] ?? ''} />;
  return (
    <form
      className="form"
      ref={form}
      action={formAction}
      onSubmit={waitForAutosave}
      onChange={({ target }) => {
        if (isStatusBox(target)) setStatus(target.value);
        if (target instanceof HTMLTextAreaElement) setTyped({ ...typed, [target.name]: target.value });
      }}
      noValidate
    >
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={props.council} />
      <input type="hidden" name="commitment" value={props.commitment} />
      <input type="hidden" name="from" value={props.from} />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      <input type="hidden" name="version" value={conflict?.theirs?.version ?? version} />
      {/* Enter in a one-line field presses the first button: it must never send. */}
      <button type="submit" name="intent" value="draft" hidden aria-label="Save draft" />
      <Radios
        {...of('status')}
        theirs={theirStatus === undefined ? undefined : label(theirStatus)}
        label="How is it going?"
        options={statuses.map(({ key, label, meaning }) => ({ value: key, label, hint: meaning }))}
      />
      {textFields.some((name) => last[name] && !typed[name]) && (
        <p>
          <SubmitButton name="intent" value="last" look="link" sending="Filling in…">
            Start from last time’s words
          </SubmitButton>
        </p>
      )}
      <div className="beside">
        <TextArea {...of('reason')} label={reason.label} hint={reason.hint} rows={3} />
        {beside('reason')}
      </div>
      <div className="beside">
        <TextArea {...of('done')} label="What was done?" hint="One or two plain sentences are enough." />
        {beside('done')}
      </div>
      <div className="beside">
        <TextArea
          {...of('difference')}
          label="What difference has it made for children?"
          hint="Never name or describe one child."
          rows={3}
        />
        {beside('difference')}
      </div>
      <div className="beside">
        <TextArea
          {...of('howWeKnow')}
          label="How do we know?"
          hint="What children told you, a figure, a check. If you cannot tell yet, say so."
          rows={3}
        />
        {beside('howWeKnow')}
      </div>
      <div className="beside">
        <TextArea {...of('next')} label="What comes next?" rows={3} />
        {beside('next')}
      </div>
      <EvidenceFields of={of} files={props.files} />
      <WritingHelp texts={advised} help={props.help} />
      {refused && <p className="theirs">{refused.message}</p>}
      <p className="soft" id="draft" role="status">
        {said || (props.savedAt && `Draft saved ${props.savedAt}`)}
      </p>
      <FormButtons hasNext={hasNext} conflict={conflict?.theirs} />
    </form>
  );
}

const isStatusBox = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.name === 'status';
