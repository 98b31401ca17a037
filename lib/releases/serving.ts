import 'server-only';
import { env } from '#lib/env.ts';
import { bodyOf, sendBody } from '#lib/releases/bodies.ts';
import { accessibilityPage } from '#lib/releases/page/accessibility.ts';
import { gonePage, missingPage } from '#lib/releases/page/gone.ts';
import { guidePage } from '#lib/releases/page/guide.ts';
import { listPage } from '#lib/releases/page/list.ts';
import { editionIn, type PublicSide, readEdition, readPublicSide } from '#lib/releases/public.ts';

const html = 'text/html; charset=utf-8';

/** Any public page of a council: the stored bytes of an edition, or one of the few pages around them. */
export async function servePublic(request: Request, slug: string, path: readonly string[]): Promise<Response> {
  const [set = '', way, number = '', ...more] = path;
  const isWhole = path.length === 1;
  const isEdition = way === 'editions' && /^[1-9]\d{0,5}$/.test(number) && more.length === 0;
  const edition = isEdition ? Number(number) : null;
  if (isWhole || isEdition) {
    const found = await readEdition(slug, set, edition);
    if (found && 'page' in found) return sendBody(request, found.page);
  }
  const side = await readPublicSide(slug);
  if (!side) return nothing(request);
  const { status, page } = around(side, { path, set, edition, mayBeSet: isWhole || isEdition });
  return sendBody(request, bodyOf(page, html), { status });
}

type Asked = { path: readonly string[]; set: string; edition: number | null; mayBeSet: boolean };

function around({ council, contact, editions }: PublicSide, { path, set, edition, mayBeSet }: Asked) {
  if (path.length === 0) return { status: 200, page: listPage(council, editions) };
  if (path.length === 1 && set === 'data')
    return { status: 200, page: guidePage(council, env.PLEDGEBOARD_API_PER_MINUTE) };
  if (path.length === 1 && set === 'accessibility') return { status: 200, page: accessibilityPage(council, contact) };
  const gone = mayBeSet ? editionIn(editions, set, edition) : null;
  if (!gone?.withdrawnAt) return { status: 404, page: missingPage(council) };
  return {
    status: 410,
    page: gonePage(
      council,
      gone,
      editions.filter(({ slug }) => slug === set),
    ),
  };
}

/** A council that is not here and one that is still being set up look the same. */
const nothing = (request: Request) =>
  sendBody(
    request,
    bodyOf(
      '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Page not found</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head><body><main><h1>Page not found</h1><p>Nothing is published at this address.</p></main></body></html>',
      html,
    ),
    { status: 404 },
  );
