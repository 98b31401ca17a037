type Choice = {
  key: string;
  title: string;
  theme: { name: string; month: number } | null;
  breakdowns: { key: string; title: string }[];
};

/** The figures as options of the form, by theme in the order of the year, with their breakdowns. */
export function choiceOptions(choices: readonly Choice[]) {
  const sorted = choices.toSorted(
    (a, b) => (a.theme?.month ?? 13) - (b.theme?.month ?? 13) || a.title.localeCompare(b.title, 'en-GB'),
  );
  return {
    indicators: sorted.map(({ key, title, theme }) => ({
      value: key,
      label: theme ? `${title} (${theme.name})` : title,
    })),
    breakdowns: sorted.flatMap(({ key, title, breakdowns }) =>
      breakdowns.map((one) => ({ value: `${key}/${one.key}`, label: `${title}: ${one.title}` })),
    ),
  };
}
