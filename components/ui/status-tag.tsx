/** Everything that is said with a shape, a colour and words. The words are the council's, so they are given. */
export type TagKind =
  | 'notStarted'
  | 'onTrack'
  | 'atRisk'
  | 'offTrack'
  | 'complete'
  | 'stopped'
  | 'notUpdated'
  | 'kept'
  | 'partly'
  | 'notYet'
  | 'cannotTell'
  | 'better'
  | 'worse'
  | 'held'
  | 'tooFewToJudge';

/** In ready-made markup: html`<span class="tag tag-${kind}">${label}</span>`. */
export function StatusTag({ kind, label }: { kind?: TagKind; label: string }) {
  return <span className={kind ? `tag tag-${kind}` : 'tag'}>{label}</span>;
}
