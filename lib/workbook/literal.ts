/**
 * What a workbook would take for one of its own escapes is escaped; so is a word that every object has ("constructor"),
 * which write-excel-file 4 would look up in its list of texts and believe to have found.
 */
export function literal(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\ufffd', '_xFFFD_');
  if (!(escaped in Object.prototype)) return escaped;
  return `_x${escaped.charCodeAt(0).toString(16).padStart(4, '0')}_${escaped.slice(1)}`;
}
