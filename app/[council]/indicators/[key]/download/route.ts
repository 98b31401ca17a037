import { notFound } from 'next/navigation';
import { requireViewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { askedOf } from '#lib/indicators/exploring/address.ts';
import { fileOf, isFileKind } from '#lib/indicators/exploring/download.ts';
import { getExplored } from '#lib/indicators/exploring/queries.ts';
import { makeRate } from '#lib/indicators/exploring/rate.ts';

type Context = { params: Promise<{ council: string; key: string }> };

const waits = makeRate();

/** Exactly what the page shows at the same address, as CSV, a workbook or a picture. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { council, key } = await params;
  const viewer = await requireViewer(council);
  const query = new URL(request.url).searchParams;
  const kind = query.get('form') ?? 'csv';
  if (!isFileKind(kind)) return notFound();
  const seconds = waits(viewer.personId, clock().getTime());
  if (seconds > 0) {
    const words = `You have taken many files in a short time. Try again in ${seconds} seconds.`;
    return new Response(words, { status: 429, headers: { 'Retry-After': String(seconds) } });
  }
  const found = await getExplored(viewer, key, askedOf(query));
  // A page may show the usual instead and say so; a file cannot.
  return found.problems.length > 0 ? notFound() : fileOf(viewer, found, kind);
}
