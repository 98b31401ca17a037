import { appendSocketAddress } from '#lib/auth/socket-address.ts';
import { serveApi } from '#lib/releases/api/serving.ts';

appendSocketAddress();

type Context = { params: Promise<{ path?: string[] }> };

/** The public data. The table of its addresses is lib/releases/api/routes.ts. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return serveApi(request, (await params).path ?? []);
}

export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };

/** Another site's page asks first whether it may. */
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      Allow: 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match, Accept',
      'Access-Control-Max-Age': '86400',
    },
  });
}
