import { requireViewer } from '#lib/auth/viewer.ts';
import { formatDate, formatTime } from '#lib/format.ts';
import { getEdition } from '#lib/reports/queries.ts';
import { wordFile } from '#lib/reports/word.ts';

type Context = { params: Promise<{ council: string; id: string; n: string }> };

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A frozen edition as a Word file, drawn from its snapshot alone. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { council, id, n } = await params;
  const viewer = await requireViewer(council);
  const { content, document, edition, frozenBy, frozenAt, hash } = await getEdition(viewer, id, n);
  const at = new Date(frozenAt);
  const file = await wordFile(document, {
    line: `Edition ${edition}. Frozen on ${formatDate(at)} at ${formatTime(at)} by ${frozenBy}. Fingerprint ${hash}.`,
    footer: `Edition ${edition}, ${hash}`,
  });
  const { startsOn, endsOn } = content.report;
  const name = `${viewer.council.slug}-annual-report-${startsOn}-to-${endsOn}-edition-${edition}.docx`;
  return new Response(file, {
    headers: {
      'Content-Type': wordType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Length': String(file.byteLength),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
