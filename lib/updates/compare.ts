/** A stretch of words that stayed, came in or went out. */
export type Change = { kind: 'same' | 'added' | 'removed'; text: string };

/** Above this many pairs of words the middle is shown as one whole that was replaced: a page must not wait for it. */
const mostPairs = 1_000_000;

/**
 * What changed between two texts, word by word: the longest run of words that both share stays, in their order.
 * The texts of "same" and "added" together are the new text, those of "same" and "removed" the old one.
 */
export function changes(before: string, now: string): Change[] {
  const [old, fresh] = [wordsOf(before), wordsOf(now)];
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const middle = between(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
  return joined([...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))]);
}

/** Words with the space after them, so that nothing of the text is lost. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|^\s+/g) ?? [];

const same = (words: readonly string[]): Change[] => words.map((text) => ({ kind: 'same', text }));

function between(old: readonly string[], fresh: readonly string[]): Change[] {
  const replaced: Change[] = [
    ...old.map((text) => ({ kind: 'removed' as const, text })),
    ...fresh.map((text) => ({ kind: 'added' as const, text })),
  ];
  if (old.length * fresh.length > mostPairs) return replaced;
  const width = fresh.length + 1;
  const shared = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => shared[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      shared[i * width + j] = old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Change[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [was, is] = [old[i], fresh[j]];
    if (was !== undefined && was === is) {
      found.push({ kind: 'same', text: was });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'removed', text: was });
      i += 1;
    } else {
      found.push({ kind: 'added', text: is ?? '' });
      j += 1;
    }
  }
  return found;
}

/** Neighbours of one kind as one stretch. */
function joined(all: readonly Change[]): Change[] {
  const found: Change[] = [];
  for (const { kind, text } of all) {
    const last = found.at(-1);
    if (last?.kind === kind) found[found.length - 1] = { kind, text: last.text + text };
    else found.push({ kind, text });
  }
  return found;
}

/** "3 words added, 5 left out"; null where nothing changed. */
export function changesInWords(found: readonly Change[]): string | null {
  const count = (kind: Change['kind']) =>
    found.filter((one) => one.kind === kind).flatMap(({ text }) => wordsOf(text)).length;
  const [added, removed] = [count('added'), count('removed')];
  if (added === 0 && removed === 0) return null;
  const words = (number: number) => `${number} ${number === 1 ? 'word' : 'words'}`;
  if (removed === 0) return `${words(added)} added`;
  return added === 0 ? `${words(removed)} left out` : `${words(added)} added, ${removed} left out`;
}
