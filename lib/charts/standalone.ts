import { html } from '#lib/html.ts';

/**
 * The look of a chart that leaves the page, for white paper. Comparators are grey, the council's own line
 * takes the colour of the svg element. The font must be given to whatever renders it.
 */
export const standaloneStyle = html`<style>text{fill:#4c565d;font-size:13.5px}.own-text{fill:currentColor;font-size:18px;font-weight:700}.own,.dots,.region,.country,.other,.mean,.part,.base,.break,.lead-line{fill:none}.own{stroke:currentColor;stroke-width:3.25;stroke-linejoin:round;stroke-linecap:round}.dots{stroke:currentColor;stroke-width:7.5;stroke-linecap:round}.dot{fill:currentColor}.region,.country{stroke:#6c7780;stroke-width:1.75;stroke-linecap:round}.region{stroke-dasharray:6 4.5}.other{stroke:#9aa3aa;stroke-width:1.25}.mean{stroke:#4c565d;stroke-width:2;stroke-dasharray:9 3 2 3}.part{stroke:currentColor;stroke-width:2.25;stroke-linecap:round}.part-1{stroke-dasharray:8 5}.part-2{stroke-dasharray:2 5}.part-3{stroke-dasharray:10 4 2 4}.bar{fill:#9aa3aa}.bar-own{fill:currentColor}.bar-text{fill:#14191e}.heading{fill:#14191e;font-size:19px;font-weight:700}.grid{stroke:#d2d8dc}.base,.lead-line{stroke:#6c7780}.target{stroke:#0a5a3a;stroke-width:2;stroke-dasharray:1 5;stroke-linecap:round}.target-text{fill:#0a5a3a}.break{stroke:#4c565d;stroke-dasharray:3 3}</style>`;

/** The colour, darkened until it can be seen on white paper (4.5 to 1); ink for anything but six hex digits. */
export function paperColour(colour: string): string {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!digits) return '#14191e';
  let parts = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  while (1.05 / (luminance(parts) + 0.05) < 4.5) parts = parts.map((part) => Math.floor(part * 0.92));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance as WCAG defines it. */
function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
