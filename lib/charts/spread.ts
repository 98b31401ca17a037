/**
 * Moves labels apart so that none covers another and all stay between top and bottom, each as near as it
 * can be to the line it names. The caller leaves room for them all (bottom − top ≥ the sum of heights).
 */
export function spread<Label extends { at: number; height: number }>(
  labels: readonly Label[],
  top: number,
  bottom: number,
): (Label & { y: number })[] {
  const placed = labels.toSorted((a, b) => a.at - b.at).map((label) => ({ ...label, y: label.at }));
  let limit = top;
  for (const label of placed) {
    label.y = Math.max(label.y, limit + label.height / 2);
    limit = label.y + label.height / 2;
  }
  limit = bottom;
  for (const label of placed.toReversed()) {
    label.y = Math.min(label.y, limit - label.height / 2);
    limit = label.y - label.height / 2;
  }
  return placed;
}
