import { plainHeaders } from '#lib/auth/headers.ts';
import { cameFromOurPage } from '#lib/auth/origin.ts';
import { getViewer } from '#lib/auth/viewer.ts';
import { hasRoom, takeUpload } from '#lib/imports/uploading.ts';
import { can } from '#lib/permissions.ts';

type Context = { params: Promise<{ council: string }> };

/**
 * Takes a file of published figures, piece by piece. It stands outside the proxy, which would hold the whole file, and
 * outside the mutations, which are given a whole form; so it makes their checks by itself, before it reads anything.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { council } = await params;
  const type = request.headers.get('content-type') ?? '';
  if (!(await cameFromOurPage())) return refused(403, 'This form was sent from another site. Nothing was changed.');
  const viewer = await getViewer(council);
  if (!viewer) return refused(403, 'You are signed out. Sign in again, then send the file once more.');
  if (!can.importFigures(viewer)) return refused(403, 'Your role does not allow this.');
  if (!request.body || !type.startsWith('multipart/form-data')) return refused(400, 'This form is not complete.');
  const place = `/${viewer.council.slug}/indicators/import`;
  if (!(await hasRoom(viewer))) return seeOther(`${place}?problem=full`);
  return seeOther(await takeUpload(viewer, request.body, type));
}

const seeOther = (to: string) => new Response(null, { status: 303, headers: [...always(), ['Location', to]] });

const refused = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: [...always(), ['Content-Type', 'text/plain; charset=utf-8'], ['Connection', 'close']],
  });

const always = (): [string, string][] => [
  ...plainHeaders(),
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['Cache-Control', 'private, no-store'],
];
