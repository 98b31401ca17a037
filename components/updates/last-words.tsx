import { type Change, changes, changesInWords } from '#lib/updates/compare.ts';

/** Beside a field: what was said last time, and once something is typed, what is different now. */
export function LastWords({ last, now }: { last: string | undefined; now: string }) {
  if (!last) return null;
  const typed = now.replaceAll('\r\n', '\n').trim();
  if (!typed) {
    return (
      <p className="last" dir="auto">
        <b>Last time:</b> {last}
      </p>
    );
  }
  const found = changes(last, typed);
  const said = changesInWords(found);
  if (!said) return <p className="last">The same as last time.</p>;
  return (
    <p className="last" dir="auto">
      <b>Against last time ({said}):</b> {found.map(Marked)}
    </p>
  );
}

function Marked({ kind, text }: Change, index: number) {
  const key = `${index} ${kind}`;
  if (kind === 'same') return <span key={key}>{text}</span>;
  const Element = kind === 'added' ? 'ins' : 'del';
  return (
    <Element key={key}>
      <span className="hidden-words">{kind === 'added' ? '[added: ' : '[left out: '}</span>
      {text}
      <span className="hidden-words">]</span>
    </Element>
  );
}
