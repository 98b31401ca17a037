import { auditFile } from '#lib/audit/file.ts';
import { readFilters } from '#lib/audit/filters.ts';
import { requireViewer } from '#lib/auth/viewer.ts';

type Context = { params: Promise<{ council: string }> };

/** The trail as a file, with the filters of the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await requireViewer((await params).council);
  const filters = readFilters(Object.fromEntries(new URL(request.url).searchParams));
  return new Response(await auditFile(viewer, filters), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${viewer.council.slug}-audit-trail.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
