/**
 * A pure function that remembers its last answers by its arguments, all of them text. An answer is right for as
 * long as its arguments are the same, whoever asks; it is shared, so nobody may change it.
 * @param most how many answers are kept; the one not asked for longest goes first
 */
export function remembered<Texts extends string[], Answer>(
  make: (...texts: Texts) => Answer,
  most: number,
): (...texts: Texts) => Answer {
  const answers = new Map<string, Answer>();
  return (...texts) => {
    // A length before each text: no two lists of texts write the same key.
    const key = texts.map((text) => `${text.length}:${text}`).join('');
    const known = answers.get(key);
    const answer = known ?? make(...texts);
    answers.delete(key);
    answers.set(key, answer);
    if (answers.size > most) answers.delete(answers.keys().next().value ?? key);
    return answer;
  };
}
