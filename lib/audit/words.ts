/** What happened, in words: an operation is the name of a mutation in the code, which nobody else should have to know. */
const operationWords: Record<string, string> = {
  saveDraft: 'Saved a draft of an update',
  writeUpdate: 'Wrote an update',
  confirmUnchanged: 'Sent the last update again, unchanged',
  takeBack: 'Took an update back',
  approveUpdate: 'Approved an update',
  publishUpdate: 'Published an update',
  publishApproved: 'Published all approved updates',
  returnUpdate: 'Returned an update to its lead',
  makeReport: 'Made a report',
  writeReport: 'Wrote the texts of a report',
  freezeReport: 'Froze an edition of a report',
  ratePromises: 'Said whether promises are kept',
  sayByLink: 'Said by a group’s link whether promises are kept',
  makeVoiceLink: 'Made a link for a group',
  revokeVoiceLink: 'Revoked a group’s link',
  showWords: 'Let words of a young person be shown',
  hideWords: 'Hid words of a young person',
  saveAnswer: 'Wrote an answer to young people',
  publishAnswer: 'Published an answer to young people',
};

/** Operations of people who stay unknown: they came by a link that anybody in a group may have. */
const anonymous: ReadonlySet<string> = new Set(['sayByLink']);

/** "makeReport" is "Made a report"; an operation without words of its own is its name in words: "Set the clock". */
export function wordsOfOperation(operation: string): string {
  const known = Object.hasOwn(operationWords, operation) ? operationWords[operation] : undefined;
  if (known) return known;
  const words = operation.replace(/[_-]+/g, ' ').replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** Who did it, for the screen: a person, somebody by a link, or the product on its own. */
export function whoDid({ person, operation }: { person: { name: string } | null; operation: string }): string {
  if (person) return person.name;
  return anonymous.has(operation) ? 'Somebody by a group’s link' : 'Pledgeboard itself';
}
