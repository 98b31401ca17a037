import type { Metadata } from 'next';
import { carried, SettingsPage } from '#components/settings/settings-page.tsx';
import { UploadForm } from '#components/workbook/upload-form.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { uploadWorkbook } from '#lib/workbook/mutations.ts';
import { listStrategyKeys } from '#lib/workbook/queries.ts';

export const metadata: Metadata = { title: 'Strategy by workbook' };

type Props = { params: Promise<{ council: string }>; searchParams: Promise<{ saved?: string | string[] }> };

/** Down with the template or a strategy, and up again with what was filled in. */
export default async function StrategyByWorkbookPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const strategies = await listStrategyKeys(viewer);
  const { saved } = await searchParams;
  const base = `/${viewer.council.slug}`;
  return (
    <SettingsPage
      viewer={viewer}
      part="strategy"
      saved={saved}
      lead="A whole strategy goes in at once, from a workbook. You see what it would do before anything is saved."
    >
      <h2>1. Get a workbook</h2>
      <ul>
        <li>
          <a href={`${base}/settings/strategy/template`}>Download the empty template (Excel)</a>, with a sheet that
          explains every column
        </li>
        <li>
          <a href={`${base}/settings/strategy/template?form=csv`}>Download the empty template (CSV)</a>: one table,
          where the first column says which sheet a row belongs to
        </li>
        {strategies.map(({ key, title }) => (
          <li key={key}>
            Download {title} to change it:{' '}
            <a href={`${base}/strategies/${key}/workbook`}>{key} as a workbook (Excel)</a>,{' '}
            <a href={`${base}/strategies/${key}/workbook?form=csv`}>{key} as a table (CSV)</a>
          </li>
        ))}
      </ul>
      <h2>2. Fill it in</h2>
      <p>
        Start with the sheets Strategy, Priorities, Commitments and Promises; the others may stay empty. A strategy is
        known by its key: a workbook with a new key makes a new strategy, one with a key that is here changes that one.
      </p>
      <h2>3. Send it</h2>
      <UploadForm
        key={String(saved)}
        action={uploadWorkbook}
        hidden={carried(viewer)}
        label="Show me what it would do"
      />
    </SettingsPage>
  );
}
