import { Notice } from '#components/ui/notice.tsx';
import { count } from '#lib/format.ts';
import type { TextField } from '#lib/reports/template.ts';

/**
 * The required texts that are empty, each a link to its field; nothing once all are written.
 * @param fields the address of the page that has the fields, empty on that page itself
 */
export function StillToWrite({ missing, fields }: { missing: readonly TextField[]; fields: string }) {
  if (missing.length === 0) return null;
  return (
    <Notice kind="warning" title={`${count(missing.length, 'text is', 'texts are')} still to be written`}>
      <ul>
        {missing.map(({ key, label }) => (
          <li key={key}>
            <a href={`${fields}#${key}`}>{label}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
