import type { Viewer } from '#lib/auth/viewer.ts';
import type { DefinedIndicator } from '#lib/indicators/editing/queries.ts';

/** What each part of the settings of a figure gets. */
export type SettingPart = {
  viewer: Viewer;
  indicator: string;
  /** What makes a form new after it was saved. */
  mark: string;
  defined: DefinedIndicator;
};
