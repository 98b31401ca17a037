type Remembered<Answer> = { texts: readonly string[]; answer: Answer };

/**
 * The last answer of each name, remembered with the texts that it was made of. It is right for as long as the
 * texts are the same, whoever asks; it is shared, so nobody may change it.
 * @param most how many names are kept; the one not asked for longest goes first
 */
export function memory<Answer>(most: number) {
  const answers = new Map<string, Remembered<Answer>>();
  return async (name: string, texts: readonly string[], make: () => Promise<Answer>): Promise<Answer> => {
    const known = answers.get(name);
    const isSame = known?.texts.length === texts.length && known.texts.every((text, at) => text === texts[at]);
    const kept = known && isSame ? known : { texts, answer: await make() };
    answers.delete(name);
    answers.set(name, kept);
    if (answers.size > most) answers.delete(answers.keys().next().value ?? name);
    return kept.answer;
  };
}
