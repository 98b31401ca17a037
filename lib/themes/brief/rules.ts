import { isLate } from '#lib/indicators/freshness/rules.ts';
import { areaWords } from '#lib/indicators/words/rules.ts';
import {
  commitmentLink,
  figureLink,
  figuresThatAre,
  isChance,
  moved,
  quiet,
  type ThemeFacts,
  turn,
  type Words,
} from '#lib/themes/rules.ts';

/** A sentence of "In short": what it is about, then the facts with links. */
export type Sentence = { about: string; words: Words };

/**
 * "In short", three to six sentences in a fixed order: off track, changed since the last meeting,
 * gone quiet, figures that are worse, figures that are late, what goes well. The middle three only where there is one.
 * Without a commitment there is nothing to be on or off track: that is said instead.
 */
export function inShort(facts: ThemeFacts): Sentence[] {
  const onCommitments =
    facts.commitments.length > 0 ? [offTrack(facts), changed(facts), goneQuiet(facts)] : [nothingKept];
  return [...onCommitments, worse(facts), late(facts), goingWell(facts)].filter((sentence) => sentence !== null);
}

const nothingKept: Sentence = {
  about: 'No commitments are kept here',
  words: ['for the priorities of this theme, so nobody has said yet how they go.'],
};

function offTrack({ commitments, label }: ThemeFacts): Sentence {
  const found = commitments.filter((commitment) => commitment.standing === 'offTrack');
  const word = label('offTrack');
  if (found.length === 0) {
    const unknown = commitments.some((commitment) => commitment.standing === 'notUpdated');
    return {
      about: `No commitment is ${word}`,
      words: [unknown ? 'as far as the leads have told us.' : 'today.'],
    };
  }
  return {
    about: `${some(found.length, 'commitment is', 'commitments are')} ${word}:`,
    words: listed(found, (one) => [commitmentLink(one), `, ${one.title}`]),
  };
}

function changed({ commitments, lastMeeting, label }: ThemeFacts): Sentence {
  if (lastMeeting === null)
    return { about: 'No meeting has been held yet:', words: ['there is nothing to compare with.'] };
  const about = `Since the last meeting on ${lastMeeting}`;
  const order = ['worse', 'first', 'better', 'same'];
  const found = commitments
    .filter((commitment) => turn(commitment) !== 'same')
    .toSorted((a, b) => order.indexOf(turn(a)) - order.indexOf(turn(b)));
  if (found.length === 0) return { about, words: ['no commitment has changed its status.'] };
  return {
    about: `${about}:`,
    words: listed(found, (one) => [
      commitmentLink(one),
      one.statusThen === null
        ? ` was reported for the first time, as ${label(one.status ?? 'notUpdated')}`
        : ` went from ${label(one.statusThen)} to ${label(one.status ?? 'notUpdated')}`,
    ]),
  };
}

function goneQuiet({ commitments }: ThemeFacts): Sentence | null {
  const found = quiet(commitments);
  if (found.length === 0) return null;
  return {
    about: `${some(found.length, 'commitment has', 'commitments have')} gone quiet:`,
    words: listed(found, (one) => [
      commitmentLink(one),
      one.silentDays === null ? ' since the start' : ` for ${one.silentDays} days`,
    ]),
  };
}

function worse({ figures }: ThemeFacts): Sentence | null {
  const found = figuresThatAre('worse', figures);
  if (found.length === 0) return null;
  return {
    about: `${found.length} of ${some(figures.length, 'figure', 'figures')} ${found.length === 1 ? 'is' : 'are'} worse than a year before:`,
    words: listed(found, (figure) => [figureLink(figure), ` ${moved(figure)}`]),
  };
}

/** What was expected and has not come is said, not skipped. */
function late({ figures }: ThemeFacts): Sentence | null {
  const found = figures.filter(isLate);
  if (found.length === 0) return null;
  return {
    about: `${found.length} of ${some(figures.length, 'figure', 'figures')} ${found.length === 1 ? 'is' : 'are'} late:`,
    words: listed(found, (figure) => [
      figureLink(figure),
      figure.period ? `, last known for ${figure.period}` : ', never known yet',
    ]),
  };
}

function goingWell({ figures, commitments, label }: ThemeFacts): Sentence | null {
  const better = figuresThatAre('better', figures).filter((figure) => !isChance(figure));
  const ahead = figures.filter((figure) => figure.verdict === 'held' && figure.isBetterThanAll);
  const well = commitments.filter(({ standing }) => standing === 'onTrack' || standing === 'complete').length;
  const state = `${well} of ${some(commitments.length, 'commitment', 'commitments')} ${well === 1 ? 'is' : 'are'} ${label('onTrack')} or ${label('complete')}`;
  const figureWords = listed(
    [...better, ...ahead],
    (figure) =>
      figure.verdict === 'better'
        ? [figureLink(figure), ` ${moved(figure)}`]
        : [
            figureLink(figure),
            ` stayed at ${figure.text}, better than ${figure.comparators.map(({ name }) => areaWords(name)).join(' and ')}`,
          ],
    2,
  );
  if (commitments.length === 0) return figureWords.length > 0 ? { about: 'Going well:', words: figureWords } : null;
  return {
    about: 'Going well:',
    words: figureWords.length === 0 ? [`${state}.`] : [`${state}; `, ...figureWords],
  };
}

const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** "a; b; c; and 2 more.": the rest is on the page. */
function listed<T extends object>(all: readonly T[], words: (one: T) => Words, most = 3): Words {
  const said = all.slice(0, most).flatMap((one, at) => (at === 0 ? words(one) : ['; ', ...words(one)]));
  if (said.length === 0) return [];
  return [...said, all.length > most ? `; and ${all.length - most} more.` : '.'];
}
