import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { cancelImport, previewFigures, takeKnownRules, unmapFigure } from '#lib/imports/mutations.ts';

type Hidden = Record<string, string>;

const Fields = ({ values }: { values: Hidden }) =>
  Object.entries({ ...values, idempotencyKey: crypto.randomUUID() }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));

/** Stops whatever is done with a file, and deletes it. */
export const CancelForm = ({ hidden, label }: { hidden: Hidden; label: string }) => (
  <ActionForm action={cancelImport}>
    <Fields values={hidden} />
    <p className="actions no-print">
      <SubmitButton look="warning">{label}</SubmitButton>
    </p>
  </ActionForm>
);

export const PreviewForm = ({ hidden }: { hidden: Hidden }) => (
  <ActionForm action={previewFigures}>
    <Fields values={hidden} />
    <p className="actions">
      <SubmitButton>Show me what it would do</SubmitButton>
    </p>
  </ActionForm>
);

export const KnownForm = ({ hidden, count }: { hidden: Hidden; count: number }) => (
  <ActionForm action={takeKnownRules}>
    <Fields values={hidden} />
    <p className="actions">
      <SubmitButton look="secondary">{count === 1 ? 'Take it' : `Take all ${count}`}</SubmitButton>
    </p>
  </ActionForm>
);

export const UnmapForm = ({ hidden, rule, title }: { hidden: Hidden; rule: string; title: string }) => (
  <ActionForm action={unmapFigure}>
    <Fields values={{ ...hidden, rule }} />
    <SubmitButton look="link">
      Take back<span className="hidden-words"> {title}</span>
    </SubmitButton>
  </ActionForm>
);
