import loadHighs from 'highs';

/**
 * An attacker of our own, who shares no code with the product: a program of lines and bounds, solved by HiGHS. Many
 * puzzles are laid side by side into one program, since they do not touch each other.
 */

/** A number that the attacker wants: exactly known where low is high. */
export type Unknown = { name: string; low: number; high: number; isWanted: boolean };

/** Each sum is a list of places and signs that together make nothing. */
export type Puzzle = { unknowns: Unknown[]; sums: [place: number, sign: number][][] };

export type Found = { puzzle: number; name: string; low: number; high: number };

/** No council looks after this many children: it keeps what has no end from having none. */
const everybody = 1e6;

const highs = await loadHighs();
const { objectiveSense, modelStatus } = highs.constants;

function laidSideBySide(puzzles: readonly Puzzle[]) {
  const lower: number[] = [];
  const upper: number[] = [];
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const totals: number[] = [];
  const columns = puzzles.map(({ unknowns, sums }) => {
    const column = unknowns.map(({ low, high }) => {
      if (low === high) return -1;
      upper.push(Math.min(high, everybody));
      return lower.push(low) - 1;
    });
    for (const sum of sums) {
      const open = sum.filter(([place]) => (column[place] ?? -1) >= 0);
      if (open.length === 0) continue;
      let total = 0;
      for (const [place, sign] of sum) if ((column[place] ?? -1) < 0) total -= sign * (unknowns[place]?.low ?? 0);
      for (const [place, sign] of open) {
        indices.push(column[place] ?? 0);
        values.push(sign);
      }
      totals.push(total);
      starts.push(indices.length);
    }
    return column;
  });
  const [numCols, numRows] = [lower.length, totals.length];
  const matrix = {
    format: 'csr' as const,
    numRows,
    numCols,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
  const bounds = { colLower: lower, colUpper: upper, rowLower: totals, rowUpper: totals };
  return { columns, model: { numCols, numRows, colCost: new Float64Array(numCols), ...bounds, matrix } };
}

/** What is found to lie in an interval narrower than `width`, and how many programs that took. */
export function attack(puzzles: readonly Puzzle[], width: number): { found: Found[]; programs: number } {
  const found: Found[] = [];
  let programs = 0;
  const { columns, model } = laidSideBySide(puzzles);
  highs.withModel(model, (lp) => {
    lp.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 });
    const least = new Float64Array(model.numCols).fill(Number.POSITIVE_INFINITY);
    const most = new Float64Array(model.numCols).fill(Number.NEGATIVE_INFINITY);
    /** The wanted of each puzzle whose interval nobody has seen to be wide enough yet. */
    const open = puzzles.map(({ unknowns }, at) =>
      unknowns.flatMap(({ name, low, high, isWanted }, place) => {
        const column = columns[at]?.[place] ?? -1;
        if (isWanted && column < 0 && high - low < width) found.push({ puzzle: at, name, low, high });
        return isWanted && column >= 0 ? [{ name, column }] : [];
      }),
    );
    while (open.some((list) => list.length > 0)) {
      const aims = open.map((list) => list[0]);
      for (const sense of [objectiveSense.maximize, objectiveSense.minimize]) {
        const costs = new Float64Array(model.numCols);
        for (const aim of aims) if (aim) costs[aim.column] = 1;
        lp.changeColsCost({ kind: 'range', from: 0, to: model.numCols - 1 }, costs);
        lp.changeObjectiveSense(sense);
        lp.run();
        programs += 1;
        if (lp.getModelStatus() !== modelStatus.optimal) throw new Error(`No answer: ${lp.getModelStatus()}`);
        for (const [column, value] of lp.getSolution().colValue.entries()) {
          least[column] = Math.min(least[column] ?? value, value);
          most[column] = Math.max(most[column] ?? value, value);
        }
      }
      const isWide = (column: number) => (most[column] ?? 0) - (least[column] ?? 0) >= width - 1e-5;
      for (const [at, aim] of aims.entries()) {
        // Both ends of the one that was aimed at are now known: it is wide, or it is found.
        if (aim && !isWide(aim.column)) {
          found.push({ puzzle: at, name: aim.name, low: least[aim.column] ?? 0, high: most[aim.column] ?? 0 });
        }
        open[at] = (open[at] ?? []).slice(1).filter(({ column }) => !isWide(column));
      }
    }
  });
  return { found, programs };
}
