/** What an officer may do with a theme's dashboard: the order of its parts and of what stands in them. */

/** The parts of a dashboard, in their usual order. None can be left out: what goes badly is never composed away. */
export const dashboardParts = {
  brief: 'In short',
  questions: 'Questions worth asking',
  headlines: 'The figures that matter first',
  commitments: 'The commitments',
  figures: 'The other figures',
  breakdowns: 'Who is behind the figures',
  voice: 'What young people said',
  promises: 'Promises without current evidence',
} as const;

export type DashboardPart = keyof typeof dashboardParts;

/** A part, or an officer's own text: "text:" and its id. */
export type Placed = DashboardPart | `text:${string}`;

const usual = Object.keys(dashboardParts) as DashboardPart[];

/** So many figures come first at most: more than a board can hold in mind is no choice. */
export const mostHeadlines = 5;

/**
 * Every part once, in the order that was chosen; one that nobody has placed yet stands behind the part that it
 * usually follows, and a text that nobody has placed behind "In short". What is no part any more is left out.
 * @param chosen Theme.parts, as stored
 * @param texts the ids of the theme's texts, oldest first
 */
export function placedParts(chosen: readonly string[], texts: readonly string[]): Placed[] {
  const known: ReadonlySet<string> = new Set([...usual, ...texts.map(textKey)]);
  const placed = [...new Set(chosen)].filter((key) => known.has(key)) as Placed[];
  for (const [at, key] of usual.entries()) {
    if (!placed.includes(key)) insertAfter(placed, usual.slice(0, at), key);
  }
  for (const [at, id] of texts.entries()) {
    const earlier = texts.slice(0, at).map(textKey);
    if (!placed.includes(textKey(id))) insertAfter(placed, ['brief', ...earlier], textKey(id));
  }
  return placed;
}

export const textKey = (id: string) => `text:${id}` as const;

/** Behind the last of `before` that follows on from the one before it: at the very beginning where there is none. */
function insertAfter(placed: Placed[], before: readonly Placed[], key: Placed): void {
  const behind = before.findLast((one) => placed.includes(one));
  placed.splice(behind === undefined ? 0 : placed.indexOf(behind) + 1, 0, key);
}

export type Move = 'up' | 'down' | 'out';

/** The same list with one of it moved by a place, or taken out. At the end of the list, or for a stranger, nothing moves. */
export function arranged<Id extends string>(ids: readonly Id[], id: string, move: Move): Id[] {
  if (move === 'out') return ids.filter((other) => other !== id);
  const from = (ids as readonly string[]).indexOf(id);
  const to = move === 'up' ? from - 1 : from + 1;
  const [one, other] = [ids[from], ids[to]];
  if (one === undefined || other === undefined) return [...ids];
  return ids.with(from, other).with(to, one);
}
