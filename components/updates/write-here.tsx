import { UpdateForm } from '#components/updates/update-form.tsx';
import type { Viewer } from '#lib/auth/viewer.ts';
import { evidenceHref, fileInWords } from '#lib/evidence/rules.ts';
import { isoDay } from '#lib/format.ts';
import { filesOf, toFields } from '#lib/updates/drafts.ts';
import type { getWriting } from '#lib/updates/queries.ts';
import { savedWords } from '#lib/updates/words.ts';

type Props = {
  writing: Awaited<ReturnType<typeof getWriting>>;
  viewer: Viewer;
  from: '' | 'round';
};

/** The form of an update with all that it is filled from. */
export function WriteHere({ writing, viewer, from }: Props) {
  const { slug, working: draft, last, today, hasNext } = writing;
  const { council } = viewer;
  const base = `/${council.slug}`;
  return (
    <UpdateForm
      key={slug}
      isClosed={!writing.round}
      council={council.slug}
      commitment={slug}
      idempotencyKey={crypto.randomUUID()}
      version={draft?.version ?? 0}
      saved={draft ? toFields(draft) : { status: last?.status ?? '' }}
      previous={last?.status ?? null}
      last={last ? toFields(last) : {}}
      files={filesOf(draft ?? { evidence: [] }).map((file) => ({
        id: file.id,
        title: file.title,
        href: evidenceHref(file, base),
        what: fileInWords(file),
      }))}
      help={{
        language: council.language,
        threshold: council.rules.disclosureThreshold,
        year: Number(isoDay(today).slice(0, 4)),
      }}
      statuses={council.statuses}
      hasNext={hasNext && from === ''}
      from={from}
      savedAt={draft && savedWords(draft, today)}
    />
  );
}
