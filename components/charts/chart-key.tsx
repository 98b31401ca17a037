/** Which line is whose, once above all charts of a page. */
export function ChartKey({ own, region, country }: { own: string; region?: string; country?: string }) {
  return (
    <ul className="chart-key">
      <li>{own}</li>
      {region && <li className="key-region">{region}</li>}
      {country && <li className="key-country">{country}</li>}
    </ul>
  );
}
