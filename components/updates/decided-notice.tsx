import { Notice } from '#components/ui/notice.tsx';
import { count } from '#lib/format.ts';
import { leftWords } from '#lib/updates/bulk.ts';
import { refOfSlug } from '#lib/updates/words.ts';

type Asked = Record<string, string | string[] | undefined>;

/** What the administrator has just done, and what was left as it is, from the address that the decision led to. */
export function DecidedNotice({ asked }: { asked: Asked }) {
  const sentence = sentenceOf(asked);
  const left = leftOf(asked);
  return (
    <>
      {sentence && <Notice kind="success" title={sentence} announce />}
      {left.length > 0 && (
        <Notice kind="warning" title={`Left as it was: ${count(left.length, 'update')}`} announce>
          <ul>
            {left.map(({ slug, why }) => (
              <li key={slug}>
                {refOfSlug(slug)} {why}.
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function leftOf({ left }: Asked) {
  if (typeof left !== 'string') return [];
  return left.split(' ').flatMap((one) => {
    const [, slug = '', why = ''] = /^([a-z0-9-]{1,60})\.([a-z]+)$/.exec(one) ?? [];
    return slug && Object.hasOwn(leftWords, why) ? [{ slug, why: leftWords[why as keyof typeof leftWords] }] : [];
  });
}

function sentenceOf(asked: Asked): string | null {
  const slug = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' && /^[a-z0-9-]{1,60}$/.test(value) ? value : null;
  };
  const [published, approved, returned] = [slug('published'), slug('approved'), slug('returned')];
  if (published && /^\d+$/.test(published)) return `Published: ${count(Number(published), 'update')}`;
  if (published) return `Published: ${refOfSlug(published)}`;
  if (approved && /^\d+$/.test(approved)) return `Approved: ${count(Number(approved), 'update')}. Not published yet.`;
  if (approved) return `Approved: ${refOfSlug(approved)}. It is not published yet.`;
  return returned && `Returned to the lead: ${refOfSlug(returned)}`;
}
