/** Sizes of the words in a chart, in the units of its viewBox. */
export const textSize = 13.5;
export const ownSize = 18;
/** Bold words are this much wider. */
export const bold = 1.1;

const narrow = /[ .,:;'’!|()[\]fijlrtI-]/;
const wide = /[mwMW%@—…]/;
const capital = /[A-Z0-9+<>=£–]/;

/** About how wide a text is, erring on the wide side: Source Sans, or Arial where it did not load. */
export function textWidth(text: string, size: number = textSize): number {
  let ems = 0;
  for (const character of text) {
    if (narrow.test(character)) ems += 0.33;
    else if (wide.test(character)) ems += 0.88;
    else if (capital.test(character)) ems += 0.59;
    else ems += character < 'ʰ' ? 0.54 : 1;
  }
  return ems * size;
}

/** The text, cut with an ellipsis to a width: the name gives way first, then what stands after the figure. */
export function fitted(name: string, end: string, width: number, size: number = textSize): string {
  if (textWidth(name + end, size) <= width) return name + end;
  const letters = [...name];
  while (letters.length > 0 && textWidth(`${letters.join('').trimEnd()}… ${end}`, size) > width) letters.pop();
  if (letters.length > 0) return `${letters.join('').trimEnd()}… ${end}`.trimEnd();
  return textWidth(end, size) <= width || end === '' ? end : fitted(end, '', width, size);
}

/**
 * Which periods get their name under the axis: the last always, and before it every one, every second,
 * every third …, whatever leaves space between them. Each is kept inside the drawing.
 */
export function periodLabels(periods: readonly string[], xOf: (i: number) => number, width: number) {
  for (let stride = 1; ; stride++) {
    const labels = periods.flatMap((period, i) => {
      if ((periods.length - 1 - i) % stride !== 0) return [];
      const text = fitted(period, '', width - 8);
      const half = textWidth(text) / 2;
      return [{ text, half, x: Math.min(width - half, Math.max(half, xOf(i))) }];
    });
    const collide = labels.some((label, i) => {
      const before = labels[i - 1];
      return before !== undefined && label.x - label.half < before.x + before.half + 6;
    });
    if (!collide) return labels;
  }
}

/** The text in lines of at most that width, broken between words; a word that is too long is cut. */
export function wrapped(text: string, width: number, size: number = textSize): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && textWidth(line, size) <= width) lines[lines.length - 1] = line;
    else lines.push(fitted(word, '', width, size));
  }
  return lines;
}
