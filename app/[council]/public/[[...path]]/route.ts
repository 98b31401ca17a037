import { servePublic } from '#lib/releases/serving.ts';

type Context = { params: Promise<{ council: string; path?: string[] }> };

/** What anyone may read: released documents as they were stored. Nobody's session is looked at. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { council, path = [] } = await params;
  return servePublic(request, council, path);
}
