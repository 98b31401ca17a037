import type { Chart } from '#lib/charts/series.ts';
import type { Polarity } from '#lib/indicators/verdicts/rules.ts';
import type { Verdict as PromiseVerdict } from '#lib/promises/rules.ts';
import type { Template } from '#lib/reports/template.ts';
import type { Standing } from '#lib/updates/rules.ts';

/**
 * What a report is made of: plain JSON, every value copied in. The document is built from this alone, so a
 * frozen report reads no live row. Days are 2026-11-24; names and labels are those of the day it was gathered.
 */
export type ReportContent = {
  format: 1;
  template: Template;
  council: { name: string; shortName: string; colour: string; demo: boolean };
  report: { title: string; startsOn: string; endsOn: string; asOf: string };
  strategy: { title: string; startsOn: string; endsOn: string };
  texts: Record<string, string>;
  counts: ReportCount[];
  actions: { total: number; done: number; doneInYear: number; overdue: number };
  priorities: ReportPriority[];
  promises: ReportPromise[];
  themes: { name: string; figures: ReportFigure[] }[];
  statistics: ReportStatistic[];
};

export type ReportCount = { standing: Standing; label: string; count: number };

export type ReportPriority = {
  title: string;
  vision: string;
  outcome: string;
  counts: ReportCount[];
  commitments: ReportCommitment[];
};

export type ReportCommitment = {
  ref: string;
  title: string;
  leads: string | null;
  standing: Standing;
  label: string;
  /** The latest one published within the year of the report. */
  update: ReportUpdate | null;
  /** The day of the last one published before the year began, where the year has none. */
  lastPublishedOn: string | null;
  actions: { total: number; done: number; overdue: number };
};

export type ReportUpdate = {
  publishedOn: string;
  /** What the lead said the status is; `label` of the commitment differs when nobody has confirmed it since. */
  status: string;
  reason: string;
  done: string;
  difference: string;
  /** Missing in reports that were frozen before it was asked for. */
  howWeKnow?: string;
  next: string;
  evidence: ReportEvidence[];
  demo: boolean;
};

export type ReportEvidence = { title: string; url: string };

export type ReportPromise = {
  number: number;
  title: string;
  wording: string;
  verdict: PromiseVerdict;
  label: string;
  why: string;
  changed: string;
  commitments: string[];
  evidence: ReportEvidence[];
};

/** A cell of the figures: `words` is the value, or in words why there is none; `of` is "240 of 287", or empty. */
export type ReportValue = { words: string; of: string; period: string };

export type ReportFigure = {
  title: string;
  cohort: string;
  /** Which way is good, and the same in words. */
  polarity: Polarity;
  direction: string;
  verdict: string;
  sentence: string;
  source: string;
  latest: ReportValue;
  before: ReportValue | null;
  /** The region and the country in the same period. */
  beside: { name: string; value: ReportValue | null }[];
  /** What stands over the periods of the chart and its table: "31 March", "Academic year". */
  periodHeading: string;
  /** The series up to the end of the report's year. Values and symbols are already safe to show. */
  chart: Chart;
};

export type ReportStatistic = {
  measure: string;
  cohort: string;
  words: string;
  of: string;
  period: string;
  comparators: string;
  note: string;
};
