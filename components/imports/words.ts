import type { getImport } from '#lib/imports/queries.ts';

export type ImportView = Awaited<ReturnType<typeof getImport>>;

/** Where an import stands, in a word or two. */
export const stateWords: Record<ImportView['state'], string> = {
  waiting: 'Waiting to be read',
  reading: 'Being read',
  ready: 'Waits for you',
  saving: 'Being saved',
  saved: 'Saved',
  refused: 'Refused',
  cancelled: 'Cancelled',
  failed: 'Failed',
};

/** A file of children is not called by its name: a name can hold a child’s. */
export const fileWords = (fileName: string) => fileName || 'A file whose name is not kept';

export const sizeWords = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-GB')} KB`
    : `${Math.round(bytes / 1024 / 1024).toLocaleString('en-GB')} MB`;
