import { redirect } from 'next/navigation';
import { cameFromOurPage } from '#lib/auth/origin.ts';
import { returnFromProvider } from '#lib/auth/sign-in.ts';
import { ways } from '#lib/auth/ways.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Where the identity provider sends people back to; nothing else of next-auth has a public address. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if ((await params).nextauth.join('/') !== 'callback/oidc') return new Response('Not found', { status: 404 });
  redirect(await returnFromProvider(Object.fromEntries(new URL(request.url).searchParams)));
}

/** Our own forms. They are small; what is long, or does not say how long it is, is not one of them. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const name = (await params).nextauth.join('/');
  const go = Object.hasOwn(ways, name) ? ways[name] : undefined;
  if (!go) return new Response('Not found', { status: 404 });
  if (!(await cameFromOurPage())) return seeOther('/sign-in?problem=elsewhere');
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= 10_000)) return new Response('Too long', { status: 413 });
  return seeOther(await go(await request.formData()));
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
