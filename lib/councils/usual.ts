import type { CouncilSettings } from '#lib/councils/settings.ts';

type Starting = Pick<CouncilSettings, 'vocabulary' | 'statuses' | 'language'> & { rules: object };

/** A word that councils differ in: where it stands, and what it is unless the council says otherwise. */
export type Word = { key: string; usual: string; meaning: string };

/** The words of the screens, in the order in which the set-up asks for them. */
export const usualWords: readonly Word[] = [
  { key: 'childrenInCare', usual: 'children we care for', meaning: 'All the children the council is a parent to.' },
  { key: 'childInCare', usual: 'child we care for', meaning: 'One of them.' },
  {
    key: 'careExperienced',
    usual: 'care experienced young people',
    meaning: 'Young people who left care, up to the age of 25.',
  },
  { key: 'contact', usual: 'family time', meaning: 'When a child sees their family.' },
  { key: 'placement', usual: 'home', meaning: 'Where a child lives.' },
  { key: 'placements', usual: 'homes', meaning: 'The same, for more than one.' },
  { key: 'siblings', usual: 'brothers and sisters', meaning: 'A child’s brothers and sisters.' },
  { key: 'carePlan', usual: 'my plan', meaning: 'The plan for a child’s care, in the child’s words.' },
  { key: 'review', usual: 'review', meaning: 'The meeting that looks at that plan.' },
  { key: 'pathwayPlan', usual: 'Pathway Plan', meaning: 'The plan for leaving care.' },
  { key: 'educationPlan', usual: 'education plan', meaning: 'The plan for a child’s learning.' },
  { key: 'strategy', usual: 'Corporate Parenting Strategy', meaning: 'What the council adopted.' },
  { key: 'pledge', usual: 'Pledge', meaning: 'All the promises together.' },
  { key: 'promise', usual: 'promise', meaning: 'One thing that children were promised.' },
  { key: 'priority', usual: 'priority', meaning: 'One of the main aims of the strategy.' },
  { key: 'commitment', usual: 'commitment', meaning: 'One thing that the strategy says will be done.' },
  { key: 'commitments', usual: 'commitments', meaning: 'The same, for more than one.' },
  { key: 'action', usual: 'action', meaning: 'One step of a commitment, with a person and a day.' },
  { key: 'update', usual: 'update', meaning: 'What a lead says of a commitment.' },
  { key: 'round', usual: 'round', meaning: 'The weeks before a meeting in which leads give updates.' },
  { key: 'lead', usual: 'lead', meaning: 'Who answers for a commitment.' },
  { key: 'board', usual: 'Corporate Parenting Board', meaning: 'Who meets and asks how it is going.' },
  { key: 'operationalGroup', usual: 'operational group', meaning: 'Who prepares the work of the board.' },
  { key: 'youngPeoplesGroup', usual: 'Children in Care Council', meaning: 'The group of children in care.' },
  { key: 'careExperiencedGroup', usual: 'Care Leavers Forum', meaning: 'The group of young people who left care.' },
  { key: 'annualSurvey', usual: 'yearly survey', meaning: 'How children are asked what they think, once a year.' },
];

/** Counts of children from 1 to this number are hidden, unless a council decides otherwise. */
export const usualThreshold = 5;

/** What a council begins with; everything of it can be changed on the pages of the set-up. */
export const usualSettings: Starting = {
  vocabulary: Object.fromEntries(usualWords.map(({ key, usual }) => [key, usual])),
  statuses: [
    { key: 'notStarted', label: 'Not started', meaning: 'Work on this has not begun yet.' },
    { key: 'onTrack', label: 'On track', meaning: 'It is going to plan and we expect to keep it.' },
    { key: 'atRisk', label: 'At risk', meaning: 'It may slip unless something changes.' },
    { key: 'offTrack', label: 'Off track', meaning: 'It has slipped and we are not keeping it now.' },
    { key: 'complete', label: 'Complete', meaning: 'It is done, and there is evidence to show it.' },
    { key: 'stopped', label: 'Stopped', meaning: 'We are no longer doing this, and we say why.' },
  ],
  language: [
    { avoid: 'LAC', prefer: 'children we care for', why: 'Children hear “lack”.', unless: [] },
    { avoid: 'placement', prefer: 'home', why: 'A child lives in a home.', unless: [] },
    { avoid: 'siblings', prefer: 'brothers and sisters', why: 'It is what they are called at home.', unless: [] },
  ],
  rules: {
    roundOpensWorkingDaysBefore: 20,
    updatesDueWorkingDaysBefore: 10,
    roundClosesWorkingDaysBefore: 5,
    papers: 'private',
    disclosureThreshold: usualThreshold,
  },
};
