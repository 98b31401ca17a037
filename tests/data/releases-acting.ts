import { expect } from 'vitest';
import { GET } from '#app/[council]/public/[[...path]]/route.ts';
import { GET as answer } from '#app/api/v1/[[...path]]/route.ts';
import { releaseFigures, saveReleaseDraft } from '#lib/releases/mutations.ts';
import { getPreview } from '#lib/releases/queries.ts';
import { actAs, readAs } from '#tests/setup/act.ts';

/** Asks for a public page, signed in as nobody. */
export function publicPage(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const [, council = '', , ...rest] = path.split('/');
  const request = new Request(`http://localhost:3000${path}`, { headers });
  return GET(request, { params: Promise.resolve({ council, path: rest }) });
}

/** Asks the public API; each network has an allowance of its own. */
export function api(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const [pathname = ''] = path.split('?');
  const parts = pathname.split('/').slice(3).filter(Boolean);
  const own = { 'x-forwarded-for': '192.0.2.7', ...headers };
  const request = new Request(`http://localhost:3000${path}`, { headers: own, method });
  return answer(request, { params: Promise.resolve({ path: parts }) });
}

export const officer = 'strategy-officer';

type Choice = { title: string; indicators: string[]; breakdowns?: string[]; text?: string; slug?: string };

/** Chooses figures as the officer. @returns the id of the draft */
export async function choose({ title, indicators, breakdowns = [], text = '', slug = '' }: Choice): Promise<string> {
  const { to, state } = await actAs(officer, saveReleaseDraft, { title, slug, text, indicators, breakdowns });
  expect(state?.message ?? '', JSON.stringify(state?.errors)).toBe('');
  return to?.split('/').at(-1) ?? '';
}

/** What the officer sees before the release. */
export async function preview(draft: string) {
  const { getViewer } = await import('#lib/auth/viewer.ts');
  return readAs(officer, async () => {
    const viewer = await getViewer('portsmouth');
    if (!viewer) throw new Error('nobody is signed in');
    return getPreview(viewer, draft);
  });
}

/** Chooses, looks and releases. */
export async function release(choice: Choice) {
  const draft = await choose(choice);
  const shown = await preview(draft);
  const answered = await actAs(officer, releaseFigures, { draft, shown: shown.hash });
  expect(answered.state?.message ?? '').toBe('');
  return {
    ...shown,
    id: /releases\/([^?]+)/.exec(answered.to ?? '')?.[1] ?? '',
    address: addressOf(shown.content.release),
  };
}

const addressOf = ({ slug, edition }: { slug: string; edition: number }) =>
  `/portsmouth/public/${slug}/editions/${edition}`;
