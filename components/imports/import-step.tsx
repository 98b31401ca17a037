import { LookAgain } from '#components/imports/look-again.tsx';
import { previewMarkup } from '#components/imports/preview-markup.ts';
import { CancelForm } from '#components/imports/small-forms.tsx';
import type { ImportView } from '#components/imports/words.ts';
import { FieldsForm, type SettingField } from '#components/settings/fields-form.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { count } from '#lib/format.ts';
import { saveFigures } from '#lib/imports/mutations.ts';

type Props = { view: ImportView; base: string; hidden: Record<string, string> };

/** While the file is read or saved: how far it is, and a way to stop it. */
export function AtWork({ view, base, hidden }: Props) {
  const { id, state, rowsDone, rowsTotal, cancelledAt } = view;
  const isSaving = state === 'saving';
  const most = Math.max(rowsTotal ?? 0, rowsDone, 1);
  const words = `${rowsDone.toLocaleString('en-GB')} of about ${count(rowsTotal ?? 0, 'row')} read`;
  return (
    <>
      <p role="status">
        {state === 'waiting' ? 'It waits for its turn: files are read one at a time. ' : `${words}. `}
        {isSaving && rowsDone >= (rowsTotal ?? 0) && rowsDone > 0 && 'The figures are compared and written now. '}
        {isSaving && 'Nothing counts until all of it is saved.'}
      </p>
      <progress className="progress" aria-label="Rows read" max={most} value={rowsDone} />
      <p className="actions no-print">
        <ButtonLink look="secondary" href={`${base}/indicators/import/${id}`}>
          Look again
        </ButtonLink>
      </p>
      {cancelledAt ? <p>It is being stopped.</p> : <CancelForm hidden={hidden} label="Stop, and save nothing" />}
      <LookAgain />
    </>
  );
}

/** The file is read: what its columns mean is asked, or what it would do is shown and can be saved. */
export function Ready({ view, base, hidden }: Props) {
  const { id, findings, targets, mapName, shown } = view;
  const { preview, note } = findings;
  const mapAt = `${base}/indicators/import/${id}/map`;
  if (!preview) {
    return (
      <>
        <Empty title="What do its columns mean?">
          <p>
            {targets.length === 0
              ? 'No file of this kind was here before. Say once which rows and columns are which figure; next year’s file follows by itself.'
              : `${count(targets.length, 'figure')} are mapped. Look at them, then have the file read again.`}
          </p>
          <p className="actions">
            <ButtonLink href={mapAt}>Say what the columns mean</ButtonLink>
          </p>
        </Empty>
        <CancelForm hidden={hidden} label="Let go of this file" />
      </>
    );
  }
  const brings = preview.added + preview.changed;
  return (
    <>
      {note && (
        <Notice kind="warning" title="The preview is new">
          <p>{note}</p>
        </Notice>
      )}
      <p>
        Nothing is saved yet. It is read as <b dir="auto">{mapName}</b>: <a href={mapAt}>what its columns mean</a>.
      </p>
      <Markup html={previewMarkup({ preview, targets, base })} />
      {brings === 0 ? (
        <Notice title="The file changes nothing">
          <p>All that it says is recorded already, or cannot be taken.</p>
        </Notice>
      ) : (
        <section className="no-print">
          <h2>Save them</h2>
          <p>All of them are saved, or none.</p>
          <FieldsForm
            action={saveFigures}
            hidden={{ ...hidden, shown }}
            submit={`Save ${count(brings, 'value')}`}
            fields={preview.refused > 0 ? [withoutField(preview.refused)] : []}
          />
        </section>
      )}
      <CancelForm hidden={hidden} label="Let go of this file" />
    </>
  );
}

const withoutField = (refused: number): SettingField => ({
  name: 'without',
  label: `${count(refused, 'value')} of the file cannot be taken`,
  hint: 'They are listed above, with row and column.',
  value: '',
  kind: 'ticks',
  options: [{ value: '1', label: 'Save the others without them' }],
});
