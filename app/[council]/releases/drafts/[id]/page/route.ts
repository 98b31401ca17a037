import { requireViewer } from '#lib/auth/viewer.ts';
import { bodyOf, sendBody } from '#lib/releases/bodies.ts';
import { getPreview } from '#lib/releases/queries.ts';

type Context = { params: Promise<{ council: string; id: string }> };

/** The page byte for byte as its release would store it, for who releases figures alone. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { council, id } = await params;
  const { html, hash } = await getPreview(await requireViewer(council), id);
  return sendBody(request, bodyOf(html, 'text/html; charset=utf-8', hash), { caching: 'private, no-store' });
}
