import { z } from 'zod';

/** The shapes of what a council sets for itself. The database keeps them as JSON; this is the only reader. */

const words = z.record(z.string(), z.string());

export const statusKinds = ['notStarted', 'onTrack', 'atRisk', 'offTrack', 'complete', 'stopped'] as const;
export type Status = (typeof statusKinds)[number];

const statuses = z
  .array(z.strictObject({ key: z.enum(statusKinds), label: z.string().min(1), meaning: z.string().min(1) }))
  .max(statusKinds.length);

const rules = z.object({
  /** An update is due this many working days before the meeting. Terms of Reference 5.16: papers five days before. */
  updatesDueWorkingDaysBefore: z.int().min(0).max(60),
  /** A reporting round opens this many working days before its meeting. */
  roundOpensWorkingDaysBefore: z.int().min(1).max(120).default(20),
  /** It closes this many before: late for the papers, and still in time to be told at the meeting. */
  roundClosesWorkingDaysBefore: z.int().min(0).max(60).default(1),
  /** Who owes an update is reminded this many working days before it is due, and after. */
  remindWorkingDaysBeforeDue: z.array(z.int().min(1).max(60)).max(5).default([5]),
  remindWorkingDaysAfterDue: z.array(z.int().min(1).max(60)).max(5).default([1, 4]),
  /** Nobody gets two messages of one round within so many days. */
  messageGapDays: z.int().min(1).max(60).default(5),
  /** Working days after an update was due until the next one is told: the deputy, the organisation, the administrator. */
  escalateWorkingDaysAfterDue: z
    .strictObject({ deputy: z.int().min(1), organisation: z.int().min(1), administrator: z.int().min(1) })
    .default({ deputy: 1, organisation: 2, administrator: 3 }),
  /** Papers and minutes of the board: for its members, or for everybody. What goes to council once a year is public. */
  papers: z.enum(['private', 'public']).default('private'),
  /** Counts of children from 1 to this number are not shown. */
  disclosureThreshold: z.int().min(0).max(20),
});

/** Words to avoid, what to say instead and why; `unless` are phrases in which the word is fine. */
const language = z
  .array(
    z.object({
      avoid: z.string().trim().min(2).max(60),
      prefer: z.string().trim().min(1).max(200),
      why: z.string().trim().max(500).default(''),
      unless: z.array(z.string().trim().min(2).max(60)).max(20).default([]),
    }),
  )
  .max(200)
  .default([]);

export const councilSettings = z.object({
  vocabulary: words,
  rules,
  statuses,
  language,
  roleNames: words.default({}),
  contact: z.string().default(''),
});
export type CouncilSettings = z.infer<typeof councilSettings>;
