'use client';

import { type ChangeEvent, useState } from 'react';
import { Details } from '#components/ui/details.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { fileLimitBytes, sizeInWords, takenInWords } from '#lib/evidence/rules.ts';

/** A file that is attached already. */
export type ShownFile = { id: string; title: string; href: string; what: string };

type Props = {
  files: readonly ShownFile[];
  title: { name: string; defaultValue: string; error?: string };
  error?: string;
};

/**
 * Files of an update. Attaching saves the whole form as a draft, so that nothing typed is lost; a file that is too
 * large is told before it is sent.
 */
export function FileFields({ files, title, error }: Props) {
  const [tooLarge, setTooLarge] = useState('');
  function check({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    const isTooLarge = file !== undefined && file.size > fileLimitBytes;
    setTooLarge(
      isTooLarge
        ? `${file.name} has ${sizeInWords(file.size)}. Choose a file of 10 MB or less, or add a link to it.`
        : '',
    );
    if (isTooLarge) target.value = '';
  }
  const problem = tooLarge || error;
  return (
    <div id="files">
      {files.length > 0 && (
        <>
          <p className="label">Files with this update</p>
          <ul className="file-list">
            {files.map((file) => (
              <li key={file.id}>
                <span>
                  <a href={file.href}>{file.title}</a> <span className="soft">{file.what}</span>
                </span>
                <SubmitButton name="intent" value={`remove ${file.id}`} look="link" sending="Taking it out…">
                  Take out<span className="hidden-words"> {file.title}</span>
                </SubmitButton>
              </li>
            ))}
          </ul>
        </>
      )}
      <Details summary="Attach a file that shows it" open={Boolean(problem || title.defaultValue)}>
        <Field name="file" label="File" hint={takenInWords} error={problem}>
          <input
            type="file"
            id="file"
            name="file"
            className="control"
            onChange={check}
            aria-invalid={problem ? true : undefined}
            aria-describedby={describedBy('file', { hint: takenInWords, error: problem })}
          />
        </Field>
        <TextInput {...title} label="What the file shows" hint="Its name stands here if you leave this out." />
        <SubmitButton name="intent" value="attach" look="secondary" sending="Attaching…">
          Attach the file
        </SubmitButton>
        <p className="soft">What you have typed is saved as a draft at the same time.</p>
      </Details>
    </div>
  );
}
