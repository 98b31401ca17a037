import { requireViewer } from '#lib/auth/viewer.ts';
import { datesFile } from '#lib/calendar/dates.ts';

type Context = { params: Promise<{ council: string }> };

/** The viewer's dates as a calendar file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await requireViewer((await params).council);
  return new Response(await datesFile(viewer), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${viewer.council.slug}-pledgeboard.ics"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
