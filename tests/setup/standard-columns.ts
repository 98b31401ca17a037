/** The columns of time and place that every data file of the Department’s standard has, in its usual order. */
export const header = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'la_name',
  'new_la_code',
];
