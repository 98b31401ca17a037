import { isLate } from '#lib/indicators/freshness/rules.ts';
import type { Figure } from '#lib/indicators/rules.ts';
import { areaWords } from '#lib/indicators/words/rules.ts';
import {
  type CommitmentFact,
  figuresThatAre,
  isChance,
  moved,
  quiet,
  type ThemeFacts,
  turn,
} from '#lib/themes/rules.ts';

/**
 * A question worth asking. `about` names what it is about, so that no two of the three ask the same;
 * `because` is the fact on the page that it rests on.
 */
export type Question = { text: string; because: string; about: string; to: string };

type Rule = { key: string; ask: (facts: ThemeFacts) => Question[] };

const figureAt = (figure: Figure) => ({ about: figure.key, to: `indicators/${figure.key}` });
const commitmentAt = (one: CommitmentFact) => ({ about: one.ref, to: `commitments/${one.slug}` });
const named = (title: string) => `“${title}”`;
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const worseFigures = ({ figures }: ThemeFacts) => figuresThatAre('worse', figures);

const behind = (figure: Figure, { commitments }: ThemeFacts, standing: CommitmentFact['standing']) =>
  commitments.filter((one) => one.standing === standing && figure.commitments.includes(one.id));

/** The average of a score rests on those who have one: the pair shares its key, "x-average" and "x-received". */
const covered = (figure: Figure, { figures }: ThemeFacts) =>
  figure.key.endsWith('-received')
    ? figures.find((other) => other.key === figure.key.replace(/-received$/, '-average'))
    : undefined;

/** The rules, most telling first. Each looks for one kind of fact and asks nothing where there is none. */
export const questionRules: readonly Rule[] = [
  {
    key: 'figureWorseAndOffTrack',
    ask: (facts) =>
      worseFigures(facts).flatMap((figure) =>
        behind(figure, facts, 'offTrack')
          .slice(0, 1)
          .map((one) => ({
            ...figureAt(figure),
            text: `What changed between ${figure.beforePeriod} and ${figure.period}, when ${named(figure.title)} ${moved(figure)}, and when will ${one.ref} be back on track?`,
            because: `figure worse than a year before, ${one.ref} ${facts.label('offTrack')}`,
          })),
      ),
  },
  {
    key: 'statusWorse',
    ask: ({ commitments, label }) =>
      commitments
        .filter((one) => turn(one) === 'worse' && one.status !== 'stopped')
        .map((one) => ({
          ...commitmentAt(one),
          text: `What would bring ${one.ref}, ${named(one.title)}, back on track, and who can help?`,
          because: `went from ${label(one.statusThen ?? 'notUpdated')} to ${label(one.status ?? 'notUpdated')} since the last meeting`,
        })),
  },
  {
    key: 'stopped',
    ask: ({ commitments, label, lastMeeting }) =>
      commitments
        .filter((one) => one.status === 'stopped' && turn(one) === 'worse')
        .map((one) => ({
          ...commitmentAt(one),
          text: `Who decided to stop ${one.ref}, ${named(one.title)}, and what do children get in its place?`,
          because: `${label('stopped')} since the meeting on ${lastMeeting}`,
        })),
  },
  {
    key: 'goneQuiet',
    ask: ({ commitments }) =>
      quiet(commitments).map((one) => ({
        ...commitmentAt(one),
        text: `What is happening with ${one.ref}, ${named(one.title)}?`,
        because: one.silentDays === null ? 'nothing said yet' : `no update for ${one.silentDays} days`,
      })),
  },
  {
    key: 'targetMissed',
    ask: ({ figures }) =>
      figures
        .filter(({ targetVerdict }) => targetVerdict.state === 'missed')
        .map((figure) => ({
          ...figureAt(figure),
          text: `What has to change for ${named(figure.title)} to reach its target, and is the target still right?`,
          because: lowerFirst(figure.targetVerdict.text).replace(/\.$/, ''),
        })),
  },
  {
    key: 'coverageFell',
    ask: (facts) =>
      worseFigures(facts).flatMap((figure) => {
        const average = covered(figure, facts);
        const { numerator = null, denominator = null } = figure.latest ?? {};
        if (!average || numerator === null || denominator === null) return [];
        return {
          ...figureAt(figure),
          text: `Why is there a score for only ${numerator} of ${denominator} children, and what does that do to ${named(average.title)}?`,
          because: `coverage ${moved(figure)}`,
        };
      }),
  },
  {
    key: 'promiseWithoutEvidence',
    ask: ({ promises }) =>
      promises
        .filter((promise) => !promise.hasCurrentEvidence)
        .map((promise) => ({
          about: `promise ${promise.number}`,
          to: `promises/${promise.number}`,
          text: `What shows children that we keep promise ${promise.number}, ${named(promise.plainTitle)}?`,
          because: `no current update with evidence in the ${promise.commitments.length} ${promise.commitments.length === 1 ? 'commitment' : 'commitments'} behind it`,
        })),
  },
  {
    key: 'figureWorseReportedOnTrack',
    ask: (facts) =>
      worseFigures(facts).flatMap((figure) =>
        behind(figure, facts, 'onTrack')
          .slice(0, 1)
          .map((one) => ({
            ...figureAt(figure),
            text: `${named(figure.title)} ${moved(figure)}, and ${one.ref} is reported as ${facts.label('onTrack')}. How do the two fit together?`,
            because: `figure worse than a year before, ${one.ref} ${facts.label('onTrack')}`,
          })),
      ),
  },
  {
    key: 'othersDoBetter',
    ask: ({ figures }) =>
      figures
        .filter((figure) => figure.isWorseThanAll && figure.verdict !== 'tooFewToJudge')
        .map((figure) => ({
          ...figureAt(figure),
          text: `What do others do for ${named(figure.title)} that we do not?`,
          because: `${figure.text} here, ${figure.comparators.map((other) => `${other.text} in ${areaWords(other.name)}`).join(', ')}`,
        })),
  },
  {
    key: 'figureOutside',
    ask: ({ figures }) =>
      figures
        .filter(({ signal, verdict }) => signal.kind === 'outside' && verdict !== 'tooFewToJudge')
        .map((figure) => ({
          ...figureAt(figure),
          text: `What happened that moved ${named(figure.title)} beyond what is usual here?`,
          because: `${figure.text} is outside the limits of its own past`,
        })),
  },
  {
    key: 'offTrack',
    ask: ({ commitments, label }) =>
      commitments
        .filter((one) => one.standing === 'offTrack')
        .map((one) => ({
          ...commitmentAt(one),
          text: `What does the lead of ${one.ref}, ${named(one.title)}, need from this board?`,
          because: `${one.ref} is ${label('offTrack')}`,
        })),
  },
  {
    key: 'figureWorse',
    ask: (facts) =>
      worseFigures(facts).map((figure) => ({
        ...figureAt(figure),
        text: `What is behind it that ${named(figure.title)} ${moved(figure)}?`,
        because: 'figure worse than a year before',
      })),
  },
  {
    key: 'figureLate',
    ask: ({ figures }) =>
      figures.filter(isLate).map((figure) => ({
        ...figureAt(figure),
        text: figure.latest
          ? `Why has the next value of ${named(figure.title)} not come, and what do our own records say meanwhile?`
          : `When will there be a first value of ${named(figure.title)}, and who sees to it?`,
        because: lowerFirst(figure.freshness.sentence).replace(/\.$/, ''),
      })),
  },
  {
    key: 'figureOld',
    ask: ({ figures }) =>
      figures
        .filter((figure) => figure.age !== null && !isLate(figure))
        .map((figure) => ({
          ...figureAt(figure),
          text: `What do our own records say of ${named(figure.title)} since ${figure.period}?`,
          because: `the latest figure is ${figure.age}`,
        })),
  },
  {
    key: 'figureBetter',
    ask: ({ figures }) =>
      figuresThatAre('better', figures)
        .filter((figure) => !isChance(figure))
        .map((figure) => ({
          ...figureAt(figure),
          text: `${named(figure.title)} ${moved(figure)}. What worked, and where else can it be used?`,
          because: 'figure better than a year before',
        })),
  },
];

/**
 * The questions to show: first one of each kind in the order of the rules, then further ones of the
 * same kinds, never two about the same thing; fewer where the facts support fewer.
 */
export function questionsWorthAsking(facts: ThemeFacts, most = 3): (Question & { rule: string })[] {
  const asked = questionRules.map((rule) => rule.ask(facts).map((question) => ({ ...question, rule: rule.key })));
  const firsts: (Question & { rule: string })[] = [];
  for (const ofOneRule of asked) {
    const fresh = ofOneRule.find((question) => !firsts.some(({ about }) => about === question.about));
    if (fresh) firsts.push(fresh);
  }
  const chosen = firsts.slice(0, most);
  for (const question of asked.flat()) {
    if (chosen.length >= most) break;
    if (!chosen.some(({ about }) => about === question.about)) chosen.push(question);
  }
  return chosen;
}
