import { Details } from '#components/ui/details.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { FileFields, type ShownFile } from '#components/updates/file-fields.tsx';
import { evidenceRows } from '#lib/updates/drafts.ts';

type Field = { name: string; error?: string; theirs?: string; defaultValue: string };

const rowsAtFirst = 2;

/** Up to five links and files, folded away until they are needed; what is filled in is never hidden. */
export function EvidenceFields({ of, files }: { of: (name: string) => Field; files: readonly ShownFile[] }) {
  const rows = evidenceRows.map((row) => ({
    row,
    title: of(`evidenceTitle${row}`),
    url: of(`evidenceUrl${row}`),
  }));
  const isUsed = ({ title, url }: (typeof rows)[number]) =>
    [title, url].some((field) => field.defaultValue || field.error || field.theirs);
  const more = rows.slice(rowsAtFirst);
  return (
    <>
      <Details summary="Add links that show it" open={rows.some(isUsed)}>
        {rows.slice(0, rowsAtFirst).map(Row)}
        <Details summary="Add more links" open={more.some(isUsed)}>
          {more.map(Row)}
        </Details>
      </Details>
      <FileFields files={files} title={of('fileTitle')} error={of('file').error} />
    </>
  );
}

function Row({ row, title, url }: { row: number; title: Field; url: Field }) {
  return (
    <fieldset key={row}>
      <legend className="hidden-words">Link {row}</legend>
      <TextInput {...title} label={`Link ${row}: what it shows`} />
      <TextInput {...url} type="url" inputMode="url" label={`Link ${row}: address`} hint="It begins with https://" />
    </fieldset>
  );
}
