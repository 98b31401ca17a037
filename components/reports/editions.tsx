import { Table } from '#components/ui/table.tsx';
import { formatDate } from '#lib/format.ts';
import type { EditionRow } from '#lib/reports/queries.ts';
import { yearWords } from '#lib/reports/rules.ts';

/** Frozen editions: what each is about, who froze it and when, and the way to it. */
export function Editions({ editions, base }: { editions: readonly EditionRow[]; base: string }) {
  return (
    <Table
      stack
      caption="Frozen editions, newest first"
      hideCaption
      columns={[{ label: 'Report' }, { label: 'Year' }, { label: 'Frozen' }, { label: 'By' }, { label: 'Download' }]}
      rows={editions.map((row) => {
        const address = `${base}/reports/${row.reportId}/editions/${row.edition}`;
        const name = `${row.title}, edition ${row.edition}`;
        return {
          key: address,
          cells: [
            <a key="read" href={address}>
              {name}
            </a>,
            yearWords(row),
            formatDate(row.frozenAt),
            row.frozenBy,
            <a key="word" href={`${address}/word`} download>
              Word<span className="hidden-words"> document of {name}</span>
            </a>,
          ],
        };
      })}
    />
  );
}
