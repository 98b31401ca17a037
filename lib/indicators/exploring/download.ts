import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { picture } from '#lib/charts/picture.ts';
import { pngOf } from '#lib/charts/png.ts';
import { clock } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import { formatDate } from '#lib/format.ts';
import type { Html } from '#lib/html.ts';
import { addressOf } from '#lib/indicators/exploring/address.ts';
import { csvOf } from '#lib/indicators/exploring/csv.ts';
import { creditOf, linesOf } from '#lib/indicators/exploring/lines.ts';
import type { Found } from '#lib/indicators/exploring/queries.ts';
import { workbookOf } from '#lib/indicators/exploring/workbook.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
} as const;
export type FileKind = keyof typeof types;
export const isFileKind = (text: string | null): text is FileKind => text !== null && Object.hasOwn(types, text);

/** What somebody chose to see of an indicator, as a file to keep. */
export async function fileOf(viewer: Viewer, found: Found, kind: FileKind): Promise<Response> {
  return new Response(await contentOf(viewer, found, kind), {
    headers: {
      'Content-Type': types[kind],
      'Content-Disposition': `attachment; filename="${nameOf(viewer, found)}.${kind}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

async function contentOf(viewer: Viewer, found: Found, kind: FileKind): Promise<string | Uint8Array<ArrayBuffer>> {
  const { material, shown, choice, words, cautions, chart } = found;
  if (kind === 'csv') return csvOf(linesOf(material, shown));
  if (kind === 'svg') return `<?xml version="1.0" encoding="UTF-8"?>\n${String(pictureOf(viewer, found))}`;
  if (kind === 'png') return new Uint8Array(await pngOf(pictureOf(viewer, found)));
  const page = `${env.PLEDGEBOARD_URL}/${viewer.council.slug}/indicators/${material.key}`;
  const query = addressOf(choice, material);
  const told = { title: chart.title, words, cautions, address: query ? `${page}?${query}` : page };
  return new Uint8Array(await workbookOf(material, shown, { ...told, takenOn: formatDate(clock()) }));
}

function pictureOf(viewer: Viewer, found: Found): Html {
  const { chart, words, cautions, material, shown, barsAt } = found;
  return picture(
    { ...chart, title: `${chart.title}, ${viewer.council.shortName}` },
    { words, notes: cautions, credit: creditOf(material, shown), colour: viewer.council.colour, barsAt },
  );
}

/** A name that says what is in it: portsmouth-dental-check-by-age-2019-03-31-to-2025-03-31 */
function nameOf({ council }: Viewer, { material, choice }: Found): string {
  const parts = [council.slug, material.key, choice.by && `by-${choice.by}`, choice.from, 'to', choice.to];
  return parts
    .filter(Boolean)
    .join('-')
    .replace(/[^\w-]+/g, '-');
}
