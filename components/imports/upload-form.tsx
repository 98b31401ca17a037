import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

/** Sends a data file, piece by piece, to the route that takes it. The key comes first: the file is taken as it arrives. */
export function ImportUpload({ base, limitMb }: { base: string; limitMb: number }) {
  return (
    <form className="form" action={`${base}/indicators/import/upload`} method="post" encType="multipart/form-data">
      <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
      <TextInput
        name="file"
        type="file"
        accept=".csv,text/csv"
        label="Data file"
        hint={`The file as it was downloaded, ending in .csv, up to ${limitMb.toLocaleString('en-GB')} MB.`}
      />
      <TextInput
        name="meta"
        type="file"
        accept=".csv,text/csv"
        label="Its meta file, if there is one"
        hint="The small file whose name ends in .meta.csv. It says what the columns are called."
      />
      <p className="actions">
        <SubmitButton>Send the file</SubmitButton>
      </p>
    </form>
  );
}
