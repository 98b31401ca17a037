import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Html, html, type Part } from '#lib/html.ts';

const text = (value: Html) => value.toString();

test('escapes words, keeps markup, joins lists and drops what is empty', () => {
  const list = ['a', 'b & c'].map((word) => html`<li>${word}</li>`);
  expect(text(html`<ul class="${'x"y'}">${list}${null}${undefined}${false}</ul>${0}`)).toBe(
    '<ul class="x&quot;y"><li>a</li><li>b &amp; c</li></ul>0',
  );
});

test('nothing but a template makes markup: an object that looks like it vanishes', () => {
  const forged = { toString: () => '<script>' } as unknown as Part;
  expect(text(html`<p>${forged}</p>`)).toBe('<p></p>');
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '!', '-', '/', '=', '`', ' ', '\0', '\n', 'a', '\ud800'),
  }),
  fc.constantFrom('</p><script>', '" onload="x', '--><!--', '<![CDATA[', '&lt;', "' autofocus '"),
);

test('no interpolated string can open or close a tag, an attribute or a comment', () => {
  fc.assert(
    fc.property(nasty, nasty, (word, value) => {
      const inside = /^<p title="([^"]*)">([\s\S]*)<\/p>$/.exec(text(html`<p title="${value}">${word}</p>`));
      for (const part of [inside?.[1], inside?.[2]]) {
        expect(part).toBeDefined();
        expect(part).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        expect(part).not.toMatch(/\p{Cs}/u);
      }
    }),
  );
});

test('what was written can be read again', () => {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (word) => {
      const back = text(html`${word}`).replace(/&([^;]+);/g, (_, name: string) => entities[name] ?? '?');
      expect(back).toBe(word);
    }),
  );
});

test('refuses a value where escaping cannot help', () => {
  const x = 'x';
  expect(() => html`<p title=${x}>`).toThrow('quoted attribute');
  expect(() => html`<${x}>`).toThrow();
  expect(() => html`<p ${x}="y">`).toThrow();
  expect(() => html`<!-- ${x} -->`).toThrow();
  expect(() => html`<script>${x}</script>`).toThrow();
  expect(() => html`<style>a{color:${x}}</style>`).toThrow();
});
