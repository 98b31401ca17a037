import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { type Db, inCouncil } from '#lib/db.ts';

/**
 * Every read: it takes who is asking, and sees only the rows of their council.
 * What this viewer may not see belongs in the where clause of `read`, so that it is simply not found.
 */
export function query<Args extends unknown[], Result>(
  read: (viewer: Viewer, db: Db, ...args: Args) => Promise<Result>,
): (viewer: Viewer, ...args: Args) => Promise<Result> {
  return (viewer, ...args) => inCouncil(viewer.councilId, (db) => read(viewer, db, ...args));
}
