import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyContent } from '#lib/strategies/content.ts';
import { contentProblems } from '#lib/strategies/content-rules.ts';
import { csvFile } from '#lib/workbook/csv.ts';
import { diffContent } from '#lib/workbook/diff.ts';
import { parseWorkbook } from '#lib/workbook/parse.ts';
import { workbookFile } from '#lib/workbook/writing.ts';
import { arbitraryContent } from '#tests/unit/workbook/arbitrary-content.ts';

const threshold = 5;

describe('a strategy in a file and out again', () => {
  it('the strategies made up here are sound, or the laws below say nothing', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        expect(strategyContent.parse(content)).toEqual(content);
        expect(contentProblems(content, threshold)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('is the same through an Excel workbook, to the last character', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent, async (content) => {
        expect(await parseWorkbook(await workbookFile(content), threshold)).toEqual({ content, problems: [] });
      }),
      { numRuns: 25 },
    );
  });

  it('is the same through comma-separated values, and no cell in them runs', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent, async (content) => {
        const file = csvFile(content);
        const cells: string[] = parse(file, { bom: true }).flat();
        expect(
          cells.filter((cell) => /^[=@+\t]/.test(cell) || (cell.startsWith('-') && Number.isNaN(Number(cell)))),
        ).toEqual([]);
        expect(await parseWorkbook(new TextEncoder().encode(file), threshold)).toEqual({ content, problems: [] });
      }),
      { numRuns: 50 },
    );
  });

  it('differs in nothing from itself', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        expect(diffContent(content, content)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('differs from nothing in every row', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const { priorities, commitments, promises, measures, statistics, indicators } = content;
        const rows = [priorities, commitments, promises, measures, statistics, indicators].flat().length + 1;
        const changes = diffContent(null, content);
        expect(changes.length).toBe(rows);
        expect(changes.every(({ kind }) => kind === 'made')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
