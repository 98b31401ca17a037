import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile } from '#lib/evidence/check-file.ts';
import { disposition, fileLimitBytes, safeName, sizeInWords } from '#lib/evidence/rules.ts';
import { refused, taken } from '#tests/unit/evidence/files.ts';

describe('a file of evidence', () => {
  it.each(Object.entries(taken))('%s is taken for what it holds', async (name, [bytes, type]) => {
    // Only a text is named by its ending.
    const called = type.startsWith('text/') ? name : `${name}.bin`;
    expect(await checkFile(bytes, called)).toEqual({ type });
  });

  it.each(Object.entries(refused))('%s is refused in words', async (name, [bytes, words]) => {
    const answer = await checkFile(bytes, name);
    expect('problem' in answer && answer.problem).toContain(words);
  });

  it('never fails and never takes noise for a document', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', '%PDF-', 'PK\u0003\u0004', '\u0089PNG\r\n\u001a\n', 'ÿØÿ'),
        async (noise, start) => {
          const bytes = new Uint8Array(Buffer.concat([Buffer.from(start, 'latin1'), noise]));
          const answer = await checkFile(bytes, 'noise.bin');
          expect(answer).toHaveProperty('problem');
        },
      ),
    );
  });
});

describe('its name', () => {
  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\secret\\Plan 2026.PDF', 'Plan 2026.pdf'],
    ['annexe\u202Efdp.exe', 'annexefdp.pdf'],
    ['…', '….pdf'],
    ['.htaccess', 'evidence.pdf'],
    ['Zoë “plan”\r\nSet-Cookie: x.pdf', 'Zoë “plan” Set-Cookie x.pdf'],
    ['x'.repeat(300), `${'x'.repeat(100)}.pdf`],
  ])('%j is kept as %j', (given, kept) => expect(safeName(given, 'application/pdf')).toBe(kept));

  it('cannot leave its header, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const header = disposition(safeName(given, 'application/pdf'));
        expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
      }),
    );
  });

  it('is followed by its size', () => {
    expect([1, 40_000, fileLimitBytes, 1_500_000].map(sizeInWords)).toEqual(['1 KB', '39 KB', '10 MB', '1.4 MB']);
  });
});
