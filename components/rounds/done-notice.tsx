import { Notice } from '#components/ui/notice.tsx';
import { count } from '#lib/format.ts';

type Asked = Record<string, string | string[] | undefined>;

/** What the officer has just done, from the address that it led to. */
export function DoneNotice({ asked }: { asked: Asked }) {
  const sentence = sentenceOf(asked);
  return sentence ? <Notice kind="success" title={sentence} announce /> : null;
}

function sentenceOf({ did, nudged, early }: Asked): string | null {
  if (did === 'made') return 'The round is made. It opens and reminds by itself.';
  if (did === 'changed') return 'The days are changed. Reminders follow them.';
  if (did === 'reopened') return 'The round is open again.';
  if (did !== 'nudged') return null;
  const [reached, left] = [number(nudged), number(early)];
  const asked = `Asked ${reached === 1 ? 'one person' : count(reached, 'person', 'people')}.`;
  return left > 0 ? `${asked} ${count(left, 'other was', 'others were')} written to in the last days.` : asked;
}

const number = (value: string | string[] | undefined) => (typeof value === 'string' ? Number(value) || 0 : 0);
