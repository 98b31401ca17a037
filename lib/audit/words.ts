/** What happened, in words: an operation is the name of a mutation in the code, which nobody else should have to know. */
const operationWords: Record<string, string> = {
  saveDraft: 'Saved a draft of an update',
  writeUpdate: 'Wrote an update',
  confirmUnchanged: 'Sent the last update again, unchanged',
  takeBack: 'Took an update back',
  approveUpdate: 'Approved an update',
  publishUpdate: 'Published an update',
  publishApproved: 'Published all approved updates',
  decideChosen: 'Decided on several updates',
  returnUpdate: 'Returned an update to its lead',
  answerGuard: 'Answered whether words point at a child',
  makeReport: 'Made a report',
  writeReport: 'Wrote the texts of a report',
  freezeReport: 'Froze an edition of a report',
  ratePromises: 'Said whether promises are kept',
  sayByLink: 'Said by a group’s link whether promises are kept',
  makeVoiceLink: 'Made a link for a group',
  revokeVoiceLink: 'Revoked a group’s link',
  showWords: 'Let words of a young person be shown',
  hideWords: 'Hid words of a young person',
  writeAnswer: 'Answered young people',
  addAction: 'Added an action',
  changeAction: 'Changed an action',
  moveAction: 'Moved an action',
  moveOnBoard: 'Moved an action on the board',
  addActionLink: 'Added a link to an action',
  removeActionLink: 'Removed a link from an action',
  reassignActions: 'Gave actions to somebody else',
  assign: 'Gave somebody the lead',
  endAssignment: 'Ended somebody’s lead',
  handOver: 'Handed over what somebody leads',
  recordLeaving: 'Recorded that somebody leaves',
  takeBackLeaving: 'Took back that somebody leaves',
  makeRound: 'Made a round',
  changeRound: 'Changed the days of a round',
  reopenRound: 'Opened a round again',
  nudge: 'Reminded a lead',
  nudgeAll: 'Reminded every lead who is due',
  chooseMail: 'Chose which messages come by mail',
  markRead: 'Marked a message as read',
  markAllRead: 'Marked all messages as read',
  foundCouncil: 'Founded the council',
  finishSetUp: 'Finished setting the council up',
  saveName: 'Changed the council’s name or colour',
  saveWords: 'Changed the council’s words',
  saveLanguage: 'Changed the words to avoid',
  saveRoleNames: 'Changed what roles are called',
  saveRules: 'Changed the council’s rules',
  saveStatuses: 'Changed the statuses',
  decideRule: 'Decided how small numbers are hidden',
  saveSource: 'Changed what a source is called, its licence or address',
  seeHidden: 'Looked at the numbers that are hidden',
  addPerson: 'Added a person',
  savePerson: 'Changed a person',
  giveRole: 'Gave somebody a role',
  endRole: 'Ended somebody’s role',
  saveTheme: 'Saved a theme',
  arrangeDashboard: 'Changed what stands on a dashboard',
  noteFigure: 'Wrote a note on a figure of a dashboard',
  saveThemeText: 'Wrote a text on a dashboard',
  freezeDashboard: 'Froze a dashboard for a meeting',
  removeTheme: 'Removed a theme',
  saveMeeting: 'Saved a meeting',
  removeMeeting: 'Removed a meeting',
  startStrategy: 'Began a strategy',
  editStrategy: 'Edited a strategy',
  addToStrategy: 'Added to a strategy',
  removeFromStrategy: 'Removed from a strategy',
  carryOver: 'Carried commitments over to a new strategy',
  confirmDirection: 'Confirmed which way a measure should go',
  uploadWorkbook: 'Uploaded a workbook',
  saveWorkbook: 'Saved a workbook',
  addIndicator: 'Added a figure',
  takeFromCatalogue: 'Took figures from the catalogue',
  saveIndicatorWords: 'Corrected the wording of a figure',
  saveMeaning: 'Changed what a figure counts',
  confirmPolarity: 'Confirmed which way is good',
  saveIndicatorCare: 'Changed who looks after a figure',
  setTarget: 'Set a target',
  saveLinks: 'Changed what leans on a figure',
  saveBreakdown: 'Saved a table of groups',
  recordTable: 'Recorded a table of values',
  recordValue: 'Recorded a value',
  uploadValues: 'Uploaded a workbook of values',
  saveValues: 'Recorded values from a workbook',
  linkStatistic: 'Linked a printed number to a figure',
};

/** Operations of people who stay unknown: they came by a link that anybody in a group may have. */
const anonymous: ReadonlySet<string> = new Set(['sayByLink']);

/** True for an operation that has words of its own; a test holds every one in the code against it. */
export const hasWords = (operation: string): boolean => Object.hasOwn(operationWords, operation);

/** "makeReport" is "Made a report"; an operation without words of its own is its name in words: "Set the clock". */
export function wordsOfOperation(operation: string): string {
  const known = hasWords(operation) ? operationWords[operation] : undefined;
  if (known) return known;
  const words = operation.replace(/[_-]+/g, ' ').replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** Who did it, for the screen: a person, somebody by a link, or the product on its own. */
export function whoDid({ person, operation }: { person: { name: string } | null; operation: string }): string {
  if (person) return person.name;
  return anonymous.has(operation) ? 'Somebody by a group’s link' : 'Pledgeboard itself';
}
