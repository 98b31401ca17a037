import { describe, expect, it } from 'vitest';
import { councilSettings } from '#lib/councils/settings.ts';
import { longSentences, wordsToAvoid } from '#lib/language/rules.ts';
import council from '../../../prisma/seed/portsmouth/council.json' with { type: 'json' };

const { language } = councilSettings.parse(council);
const words = (text: string) => wordsToAvoid(text, language).map(({ words }) => words);

describe('language that cares', () => {
  it.each([
    ['Two LAC reviews were late.', ['LAC reviews']],
    ['The LACs met.', ['LACs']],
    ['Supervised contact is arranged weekly.', ['Supervised contact']],
    ['Placements broke down.', ['Placements']],
    ['Children who absconded were found.', ['absconded']],
    ['Care leavers and their siblings', ['Care leavers', 'siblings']],
    ['We offer respite.', ['respite']],
  ])('finds in “%s” %j', (text, found) => expect(words(text)).toEqual(found));

  it.each([
    'Contact us on Monday; stay in contact with the team.',
    'She began a work placement, and they found student placements.',
    'The lac operon. A black cat, a place, a replacement.',
    'The Care Leaver Covenant was signed.',
  ])('lets pass: %s', (text) => expect(words(text)).toEqual([]));

  it('says what to say instead, and why', () => {
    for (const { prefer, why } of wordsToAvoid('LAC in placement absconded', language)) {
      expect(prefer).not.toBe('');
      expect(why).not.toBe('');
    }
    expect(
      wordsToAvoid('contact (again)', [{ avoid: 'contact (again)', prefer: 'x', why: '', unless: [] }]),
    ).toHaveLength(1);
  });

  it('finds long sentences, and only those', () => {
    const long = `${'word '.repeat(26).trim()}.`;
    expect(longSentences(`Short one. ${long} Another short one.`)).toEqual([{ sentence: long, words: 26 }]);
    expect(longSentences(`${'word '.repeat(13)}\n${'word '.repeat(13)}`)).toEqual([]);
  });
});
