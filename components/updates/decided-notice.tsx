import { Notice } from '#components/ui/notice.tsx';
import { count } from '#lib/format.ts';
import { refOfSlug } from '#lib/updates/words.ts';

/** What the administrator has just done, from the address that the decision led to. */
export function DecidedNotice({ asked }: { asked: Record<string, string | string[] | undefined> }) {
  const sentence = sentenceOf(asked);
  return sentence ? <Notice kind="success" title={sentence} announce /> : null;
}

function sentenceOf(asked: Record<string, string | string[] | undefined>): string | null {
  const slug = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' && /^[a-z0-9-]{1,60}$/.test(value) ? value : null;
  };
  const [published, approved, returned] = [slug('published'), slug('approved'), slug('returned')];
  if (published && /^\d+$/.test(published)) return `Published: ${count(Number(published), 'update')}`;
  if (published) return `Published: ${refOfSlug(published)}`;
  if (approved) return `Approved: ${refOfSlug(approved)}. It is not published yet.`;
  return returned && `Returned to the lead: ${refOfSlug(returned)}`;
}
