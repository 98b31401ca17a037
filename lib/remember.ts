/**
 * Answers remembered by the texts that they were made of. An answer is right for as long as the texts are the
 * same, whoever asks; it is shared, so nobody may change it.
 * @param most how many answers are kept; the one not asked for longest goes first
 */
export function memory<Answer>(most: number) {
  const answers = new Map<string, Answer>();
  return async (texts: readonly string[], make: () => Promise<Answer>): Promise<Answer> => {
    // A length before each text: no two lists of texts write the same key.
    const key = texts.map((text) => `${text.length}:${text}`).join('');
    const answer = answers.get(key) ?? (await make());
    answers.delete(key);
    answers.set(key, answer);
    if (answers.size > most) answers.delete(answers.keys().next().value ?? key);
    return answer;
  };
}
