import type { Status } from '#lib/councils/settings.ts';

/** Status and freshness are two facts (design, decision 2). */
export type Freshness = 'current' | 'notUpdated' | 'never';

/**
 * Whether anybody has confirmed the status since the last round that has closed.
 * @param saidAt when the latest published update was submitted; null if there is none
 * @param confirmedSince the opening of the last round that has closed; null before the first
 */
export function freshness(saidAt: Date | null, confirmedSince: Date | null): Freshness {
  if (!saidAt) return 'never';
  return confirmedSince === null || saidAt >= confirmedSince ? 'current' : 'notUpdated';
}

/** What a commitment is counted and shown as: its status only while it is confirmed. */
export type Standing = Status | 'notUpdated';

/** Complete and stopped need no further confirmation; everything else does. */
export function standing(status: Status | null, fresh: Freshness): Standing {
  if (status === 'complete' || status === 'stopped') return status;
  return status && fresh === 'current' ? status : 'notUpdated';
}

/** Most urgent first: the order of lists and counts. */
export const standingOrder: readonly Standing[] = [
  'offTrack',
  'notUpdated',
  'atRisk',
  'notStarted',
  'onTrack',
  'complete',
  'stopped',
];

/** How many stand where, without the empty ones: counts by status, never an average (design, decision 4). */
export function countsByStanding(standings: readonly Standing[]): { standing: Standing; count: number }[] {
  return standingOrder
    .map((kind) => ({ standing: kind, count: standings.filter((other) => other === kind).length }))
    .filter(({ count }) => count > 0);
}

const distance: Record<Status, number> = {
  complete: 0,
  onTrack: 1,
  notStarted: 2,
  atRisk: 3,
  offTrack: 4,
  stopped: 5,
};

/** True when `to` is further from the promise than `from`. */
export function isWorse(from: Status | null, to: Status): boolean {
  return from !== null && distance[to] > distance[from];
}

/** A reason is owed when the status worsens, and whenever it is off track or stopped. */
export function needsReason(previous: Status | null, status: Status): boolean {
  return status === 'offTrack' || status === 'stopped' || isWorse(previous, status);
}
