import { day } from '#lib/calendar/rules.ts';
import { count, formatDate } from '#lib/format.ts';
import { verdicts } from '#lib/promises/rules.ts';
import type { ReportContent, ReportCount, ReportFigure, ReportPriority } from '#lib/reports/content.ts';
import type { Block } from '#lib/reports/document-blocks.ts';
import { commitmentsTable, figuresTable, promisesTable } from '#lib/reports/document-tables.ts';

/** What the product gathers under the reasons: the year in short, priorities, promises, figures. */
export function progressBlocks(content: ReportContent, next: () => string): Block[] {
  const numbered = (text: string): Block => ({ kind: 'numbered', number: next(), text });
  return [
    { kind: 'heading', level: 2, text: 'The year in short' },
    numbered(standingSentence(content)),
    { kind: 'bullets', items: content.counts.map(countWords) },
    numbered(
      'A status is the word of the lead, published after the council agreed it. “Not updated” means that nobody has confirmed the status since the last round that has closed, so it is not counted as going well.',
    ),
    numbered(actionSentence(content)),
    { kind: 'heading', level: 2, text: `The ${count(content.priorities.length, 'priority', 'priorities')}` },
    ...content.priorities.flatMap((priority, index) => priorityBlocks(priority, index, numbered)),
    { kind: 'heading', level: 2, text: `The ${count(content.promises.length, 'promise')}` },
    numbered(promiseSentence(content)),
    promisesTable(content),
    { kind: 'heading', level: 2, text: 'The figures' },
    numbered(
      'Each figure is the latest one known for the year of this report or before it. Where a figure is hidden or missing, the table says why. Appendix B has every series, as a chart and as a table.',
    ),
    ...content.themes.flatMap((theme): Block[] => [
      { kind: 'heading', level: 3, text: theme.name },
      numbered(themeSentence(theme.figures)),
      figuresTable(theme, content.council.shortName),
    ]),
    numbered(sourcesSentence(content)),
  ];
}

const countWords = ({ count: n, label }: ReportCount) => `${n} ${label.toLowerCase()}`;

const commitmentsIn = (content: ReportContent) => content.priorities.flatMap((priority) => priority.commitments);

function standingSentence(content: ReportContent): string {
  const all = commitmentsIn(content);
  const silent = all.filter((commitment) => commitment.update === null).length;
  const said =
    silent === 0
      ? 'Every one of them had an update published in the year.'
      : `${count(silent, 'of them had', 'of them had')} no update published in the year.`;
  return `On ${formatDate(new Date(content.report.asOf))} the ${count(all.length, 'commitment')} of the strategy stood as follows. ${said}`;
}

function actionSentence({ actions }: ReportContent): string {
  if (actions.total === 0) return 'No actions are recorded under the commitments.';
  const overdue = actions.overdue === 0 ? 'None is overdue.' : `${actions.overdue} of the others are overdue.`;
  const done =
    actions.done === 0
      ? 'none is done'
      : `${actions.done} are done, ${actions.doneInYear} of them in the year of this report`;
  return `Of ${count(actions.total, 'action')} under the commitments, ${done}. ${overdue}`;
}

function priorityBlocks(priority: ReportPriority, index: number, numbered: (text: string) => Block): Block[] {
  const name = `Priority ${index + 1}: ${priority.title}`;
  const stand = priority.counts.map(countWords).join(', ');
  return [
    { kind: 'heading', level: 3, text: name },
    numbered(priority.vision),
    numbered(`What should be different: ${priority.outcome}`),
    numbered(`Of ${count(priority.commitments.length, 'commitment')}: ${stand}.`),
    commitmentsTable(priority, name),
  ];
}

function promiseSentence({ promises }: ReportContent): string {
  const counts = verdicts.flatMap((kind) => {
    const found = promises.filter(({ verdict }) => verdict === kind);
    return found[0] ? [`${found.length} ${found[0].label.toLowerCase()}`] : [];
  });
  return `The answer to each promise follows from the commitments that serve it, by one rule that the page of the promises prints. In this report: ${counts.join(', ')}.`;
}

/** How many figures of a theme went which way; those that nobody may call better or worse are counted too. */
function themeSentence(figures: ReportFigure[]): string {
  const said = [...new Set(figures.map(({ verdict }) => verdict))].filter(Boolean);
  const counts = said.map(
    (words) => `${figures.filter(({ verdict }) => verdict === words).length} ${words.toLowerCase()}`,
  );
  const open = figures.filter(({ verdict }) => verdict === '').length;
  const rest = open > 0 ? [`${open} where up or down is not good in itself, or a value is missing`] : [];
  return `${count(figures.length, 'figure')}: ${[...counts, ...rest].join(', ')}.`;
}

function sourcesSentence(content: ReportContent): string {
  const sources = new Set(content.themes.flatMap((theme) => theme.figures.map((figure) => figure.source)));
  const read = formatDate(day(content.report.asOf.slice(0, 10)));
  return sources.size === 0
    ? 'No figures are recorded.'
    : `Sources: ${[...sources].join('; ')}. Figures as they were known on ${read}.`;
}
