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

export const councilSettings = z.object({ vocabulary: words, rules, statuses, language });
export type CouncilSettings = z.infer<typeof councilSettings>;
