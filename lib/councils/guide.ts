/** The pages of the settings, in the order in which the set-up goes through them. */
export const steps = [
  { part: 'name', title: 'Name and colour', about: 'What the council is called, and its colour.' },
  { part: 'words', title: 'Words', about: 'What you call the children you care for, the board, a promise.' },
  { part: 'language', title: 'Language that cares', about: 'Words to avoid, and what to say instead.' },
  { part: 'statuses', title: 'Statuses', about: 'What “on track” is called here, and what it means.' },
  { part: 'roles', title: 'Roles', about: 'What you call each role.' },
  { part: 'people', title: 'People', about: 'Who they are, how they sign in, which roles they hold and until when.' },
  { part: 'rules', title: 'Board rules', about: 'When updates are due, who reads papers.' },
  {
    part: 'disclosure',
    title: 'Small numbers',
    about: 'What is too small to show, for the council and for each source.',
  },
  { part: 'strategy', title: 'Strategy', about: 'Priorities, commitments and promises, from a workbook.' },
  { part: 'themes', title: 'Themes and months', about: 'What the board looks at in which month.' },
  { part: 'meetings', title: 'Meetings', about: 'When the board meets. Each meeting has its reporting round.' },
] as const;

export type Part = (typeof steps)[number]['part'];

/** The step after this one; null after the last. */
export const stepAfter = (part: Part) => steps[steps.findIndex((step) => step.part === part) + 1] ?? null;
