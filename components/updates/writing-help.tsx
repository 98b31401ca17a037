import { findings, kindWords } from '#lib/guard/rules.ts';
import { type AvoidedWord, longSentences, wordsToAvoid } from '#lib/language/rules.ts';
import { readability } from '#lib/readability/rules.ts';

export type Help = {
  language: readonly AvoidedWord[];
  /** Counts of children from 1 to this could point at a child. */
  threshold: number;
  year: number;
};

const answers = { reason: 'Why', done: 'Done', difference: 'Difference', howWeKnow: 'How we know', next: 'Next' };

/** Below this the average says nothing. */
const fewestWords = 12;

/** Advice on what is typed, by rules that run here and on the server alike. It never stops anybody. */
export function WritingHelp({ texts, help }: { texts: Readonly<Record<string, string>>; help: Help }) {
  const given = Object.entries(answers).map(([field, name]) => ({ field, name, text: texts[field] ?? '' }));
  const all = given.map(({ text }) => text).filter((text) => text.trim());
  if (all.length === 0) return <section id="help" />;
  const found = findings(given, help);
  const words = wordsToAvoid(all.join('\n'), help.language);
  const long = all.flatMap(longSentences);
  return (
    <section id="help" className="help-panel" aria-labelledby="help-title">
      <h2 id="help-title">Help with your words</h2>
      <p className="soft">Advice alone: you can save and send whatever it says.</p>
      {found.length > 0 && (
        <>
          <h3>Could this point at one child?</h3>
          <ul>
            {found.map(({ field, kind, words: said, start }) => (
              <li key={`${field} ${start} ${kind}`}>
                “{said}”, under {answers[field as keyof typeof answers]}. {kindWords[kind].what}.{' '}
                {kindWords[kind].instead}
              </li>
            ))}
          </ul>
          <p>Before it is published, a second person has to say why what is left is safe.</p>
        </>
      )}
      {words.length > 0 && (
        <>
          <h3>Kinder words</h3>
          <ul>
            {words.map(({ start, words: said, prefer, why }) => (
              <li key={start}>
                “{said}”: say “{prefer}”. {why}
              </li>
            ))}
          </ul>
        </>
      )}
      {long.length > 0 && (
        <>
          <h3>Long sentences</h3>
          <ul>
            {long.map(({ sentence, words: many }) => (
              <li key={sentence}>
                {many} words: “{sentence.slice(0, 60)}…” Can it be two sentences?
              </li>
            ))}
          </ul>
        </>
      )}
      {!texts.howWeKnow?.trim() && texts.difference?.trim() && (
        <p>You say what difference it made. The board will ask how you know.</p>
      )}
      <p>{ageInWords(all)}</p>
      {found.length + words.length === 0 && (
        <p>Nothing was found that could point at one child, and no word to avoid.</p>
      )}
    </section>
  );
}

function ageInWords(texts: readonly string[]): string {
  const { words, ageYears } = readability(texts);
  if (words < fewestWords) return 'Too short to say how hard it is to read.';
  const age = Math.max(5, Math.round(ageYears));
  if (age <= 11) return `Reading age about ${age}: plain for most people.`;
  return `Reading age about ${age}. Aim for 11 or less: shorter words and sentences bring it down.`;
}
