const ofOneChild =
  /^(?:upn|uln|unique (?:pupil|learner) number|nhs (?:no|number)|d ?o ?b|date of birth|birth date|child(?:'?s)? (?:id|name|ref|reference|number)|pupil (?:id|name)|person id|mosaic id|case (?:id|number|ref)|forename|surname|first name|last name|family name|given name|legal name)$/;

/** True when one of the cells is the heading of a column that only a list of single children has. */
export const namesChildren = (cells: readonly string[]): boolean =>
  cells.some((cell) =>
    ofOneChild.test(
      cell
        .toLowerCase()
        .replace(/[_.\s/-]+/g, ' ')
        .trim(),
    ),
  );

export const childLevel =
  'This looks like a list of children: it has columns such as a pupil number or a date of birth. Attach totals instead.';
