import authorities from '#lib/councils/authorities.json' with { type: 'json' };

/** The ONS codes of the nine regions. Inner and Outer London are published too, but lie within London. */
const codes: Readonly<Record<string, string>> = {
  'North East': 'E12000001',
  'North West': 'E12000002',
  'Yorkshire and The Humber': 'E12000003',
  'East Midlands': 'E12000004',
  'West Midlands': 'E12000005',
  'East of England': 'E12000006',
  London: 'E12000007',
  'South East': 'E12000008',
  'South West': 'E12000009',
};

/** The region of an authority by its ONS code, such as E12000008; empty for a code that is no authority's. */
export function regionCodeOf(authority: string): string {
  const found = authorities.find(({ code }) => code === authority);
  return codes[found?.region ?? ''] ?? '';
}
