/** What can be edited of a strategy on screen: one list of fields for each noun, from which form and saving are made. */

export const nouns = ['strategy', 'priority', 'commitment', 'promise', 'measure'] as const;
export type Noun = (typeof nouns)[number];

export type EditField = {
  name: string;
  label: string;
  /** choice and number may be empty where `empty` says what that means; many is any number of choices. */
  kind: 'line' | 'text' | 'lines' | 'number' | 'date' | 'choice' | 'many';
  /** Adopted wording needs a reason; working things are the council's own; place says where it stands. */
  group: 'adopted' | 'working' | 'place';
  hint?: string;
  /** Asked for once: what others point to it by. */
  isName?: true;
  /** What nothing typed means. */
  empty?: null;
};

const published: EditField = {
  name: 'publishedOrder',
  label: 'Place in the published order',
  kind: 'number',
  group: 'place',
  hint: 'A number among those beside it. Leave empty to put it last.',
};
const display: EditField = { ...published, name: 'displayOrder', label: 'Place in the display order' };
const notes: EditField = {
  name: 'notes',
  label: 'Working notes',
  kind: 'text',
  group: 'working',
  hint: 'Leads and administrators see these. They are never published, and need no reason.',
};
const under = (hint: string): EditField => ({
  name: 'parent',
  label: 'Stands under',
  kind: 'choice',
  group: 'place',
  hint,
  empty: null,
});
const indicators: EditField = {
  name: 'indicators',
  label: 'Figures that show how it goes',
  kind: 'many',
  group: 'working',
};
const number: EditField = { name: 'number', label: 'Number', kind: 'number', group: 'place', isName: true };

export const fieldsOf: Record<Noun, readonly EditField[]> = {
  strategy: [
    { name: 'title', label: 'Title', kind: 'line', group: 'adopted' },
    {
      name: 'testQuestions',
      label: 'Questions to test decisions',
      kind: 'lines',
      group: 'adopted',
      hint: 'One on each line.',
    },
    { name: 'startsOn', label: 'First day', kind: 'date', group: 'working' },
    { name: 'endsOn', label: 'Last day', kind: 'date', group: 'working' },
    { name: 'adoptedBy', label: 'Adopted by', kind: 'line', group: 'working', empty: null },
    {
      name: 'adoptedOn',
      label: 'Adopted on',
      kind: 'date',
      group: 'working',
      empty: null,
      hint: 'Empty while it is not known.',
    },
    { name: 'note', label: 'What the source says, or lacks', kind: 'text', group: 'working' },
    { name: 'supersedes', label: 'Takes the place of', kind: 'choice', group: 'working', empty: null },
  ],
  priority: [
    {
      name: 'key',
      label: 'Name in its address',
      kind: 'line',
      group: 'place',
      isName: true,
      hint: 'Small letters and hyphens, such as “home”.',
    },
    { name: 'title', label: 'Title', kind: 'line', group: 'adopted' },
    { name: 'vision', label: 'What we want', kind: 'text', group: 'adopted' },
    { name: 'outcome', label: 'What should come of it', kind: 'text', group: 'adopted' },
    {
      name: 'shortTitle',
      label: 'Short title',
      kind: 'line',
      group: 'working',
      hint: 'One or two words. References begin with it: “Home 4”.',
    },
    notes,
    under('Another priority, where the strategy nests them.'),
    published,
    display,
  ],
  commitment: [
    number,
    { name: 'title', label: 'Title', kind: 'line', group: 'adopted' },
    { name: 'wording', label: 'Wording', kind: 'text', group: 'adopted' },
    notes,
    indicators,
    { name: 'priority', label: 'Priority', kind: 'choice', group: 'place' },
    under('A commitment of the same priority.'),
    published,
    display,
  ],
  promise: [
    number,
    { name: 'wording', label: 'Wording', kind: 'text', group: 'adopted' },
    { name: 'plainTitle', label: 'Title in plain words', kind: 'line', group: 'working' },
    { name: 'plainWords', label: 'In words for young people', kind: 'text', group: 'working' },
    { name: 'whyLinked', label: 'Why these commitments serve it', kind: 'text', group: 'working' },
    notes,
    { name: 'commitments', label: 'Commitments that serve it', kind: 'many', group: 'working' },
    indicators,
    under('Another promise.'),
    published,
    display,
  ],
  measure: [
    {
      name: 'ref',
      label: 'Reference',
      kind: 'line',
      group: 'place',
      isName: true,
      hint: 'Such as “1.2”, or “1.2.a” for a part.',
    },
    { name: 'wording', label: 'Wording', kind: 'text', group: 'adopted' },
    { name: 'publishedDirection', label: 'Direction as printed', kind: 'choice', group: 'adopted', empty: null },
    { name: 'target', label: 'Target', kind: 'line', group: 'adopted', empty: null },
    {
      name: 'directionQuery',
      label: 'Why the printed direction is doubted',
      kind: 'text',
      group: 'working',
      hint: 'Empty where nobody doubts it.',
    },
    { name: 'note', label: 'Note', kind: 'text', group: 'working', hint: 'Shown beside the measure.' },
    { name: 'indicator', label: 'Nearest national figure', kind: 'choice', group: 'working', empty: null },
    { name: 'kind', label: 'Kind', kind: 'choice', group: 'place' },
    { name: 'promise', label: 'Promise', kind: 'choice', group: 'place', empty: null },
    { name: 'priority', label: 'Priority', kind: 'choice', group: 'place', empty: null },
    under('Another measure, of which this is a part.'),
    published,
    display,
  ],
};

/** Where a row is edited, below the address of its strategy. */
export const editAddress = (noun: Noun, name: string | number) =>
  noun === 'strategy' ? 'edit' : `edit/${noun}/${encodeURIComponent(name)}`;
