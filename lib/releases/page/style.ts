const hexColour = /^#[0-9a-f]{6}$/i;

/**
 * The stylesheet of a released page, whole, in the council's colour: the page must look the same in ten years, so it
 * leans on nothing that a build makes. Anything but six hex digits is ignored: a setting can never write CSS.
 */
export const pageStyle = (colour: string): string =>
  (hexColour.test(colour) ? `:root{--council:${colour}}` : ':root{--council:#3b1a5a}') + rules;

const rules = `
:root{color-scheme:light dark;--paper:#fff;--ink:#14191e;--soft:#4c565d;--line:#d2d8dc;--edge:#6c7780;--link:#1a4f8f;--good:#0a5a3a;--good-wash:#e2f3e9;--bad:#9f1710;--bad-wash:#fdebe8;--still:#3f474d;--still-wash:#ebeff1;--focus:#fd0;--focus-ink:#0b0c0c;--brand:#3b1a5a;--bar:#3b1a5a;--wash:#f4f5f7}
@font-face{font-family:"stand-in";src:local("Arial"),local("Liberation Sans");size-adjust:93%;ascent-override:110%;descent-override:43%;line-gap-override:0%}
@supports (color:oklch(from red l c h)){:root{--brand:oklch(from var(--council) min(l,.42) min(c,.17) h);--bar:oklch(from var(--council) min(l,.4) min(c,.16) h);--wash:oklch(from var(--council) .972 min(c,.007) h)}}
@media screen and (prefers-color-scheme:dark){:root{--paper:#11161a;--ink:#eceff1;--soft:#b4bdc4;--line:#3a444b;--edge:#8a969e;--link:#9cc5ff;--good:#97dfb8;--good-wash:#0d3624;--bad:#ffb4ab;--bad-wash:#47150f;--still:#ccd4d9;--still-wash:#293137;--brand:#c9a7ee;--bar:#241033;--wash:#1a2026}
@supports (color:oklch(from red l c h)){:root{--brand:oklch(from var(--council) .8 min(c,.11) h);--bar:oklch(from var(--council) .25 min(c,.08) h);--wash:oklch(from var(--council) .235 min(c,.01) h)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.5 "Source Sans 3","stand-in",system-ui,-apple-system,"Segoe UI",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
.wrap{max-width:72rem;margin-inline:auto;padding-inline:1rem}
h1,h2,h3,h4{font-weight:700;text-wrap:balance}
h1{margin:1.75rem 0 1rem;max-width:22ch;font-size:clamp(2rem,1.4rem + 2.8vw,3.25rem);line-height:1.05;letter-spacing:-.022em}
h2{margin:2.75rem 0 .75rem;font-size:1.75rem;line-height:1.2;letter-spacing:-.01em}
h3{margin:1.75rem 0 .4rem;font-size:1.3125rem;line-height:1.3}
p,ul,ol,dl{margin:0 0 1rem}
p,li,dd{max-width:66ch;text-wrap:pretty}
ul,ol{padding-inline-start:1.3rem}
a{color:var(--link);text-decoration-thickness:max(1px,.06em);text-underline-offset:.16em}
a:hover{text-decoration-thickness:max(3px,.14em)}
a:focus-visible{outline:3px solid transparent;background:var(--focus);color:var(--focus-ink);box-shadow:0 -2px var(--focus),0 4px var(--focus-ink);text-decoration:none}
[tabindex="0"]:focus-visible{outline:3px solid var(--focus);box-shadow:0 0 0 6px var(--focus-ink)}
main:focus{outline:none}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;z-index:1;padding:.6rem .9rem}
.bar{background:var(--bar);color:#fff}
.bar .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.5rem;min-height:3.5rem}
.bar a{display:inline-flex;align-items:center;min-height:44px;font-size:1.375rem;font-weight:700;text-decoration:none}
.bar a:not(:focus-visible){color:#fff}
.lead{font-size:1.375rem;line-height:1.4}
.soft{color:var(--soft)}
.small,.soft{font-size:1rem}
.hidden-words{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.note{margin:1rem 0 1.5rem;padding:.8rem 1rem;border-inline-start:5px solid var(--brand);background:var(--wash)}
.note p:last-child{margin:0}
.contents ul,.links{display:flex;flex-wrap:wrap;gap:0 1.5rem;padding:0;list-style:none}
.contents a,.links a{display:inline-flex;align-items:center;min-height:44px}
.facts{display:grid;gap:.15rem 1.5rem;grid-template-columns:minmax(0,1fr)}
.facts dt{margin-top:.5rem;color:var(--soft);font-size:1rem}
.facts dd{margin:0}
.figure{padding-top:.7rem;border-top:2px solid var(--ink)}
.figure+.figure{margin-top:3rem}
.figure h2{margin-top:0}
.value{color:var(--soft)}
.value b{margin-inline-end:.3rem;color:var(--ink);font-size:3.25rem;line-height:1.1;letter-spacing:-.03em}
.tag{display:inline-block;margin-inline-end:.5rem;padding:0 .5rem;border-radius:.2rem;background:var(--still-wash);color:var(--still);font-size:1rem;font-weight:600}
.tag-better{background:var(--good-wash);color:var(--good)}
.tag-worse{background:var(--bad-wash);color:var(--bad)}
.drawing{margin:0 0 1rem;max-width:40rem}
.chart{display:block;overflow:visible;width:100%;max-width:40rem;height:auto;font-family:inherit;font-variant-numeric:tabular-nums}
.chart text{fill:var(--soft);font-size:13.5px}
.chart .own-text{fill:var(--brand);font-size:18px;font-weight:700}
.chart .own{fill:none;stroke:var(--brand);stroke-width:3.25;stroke-linejoin:round;stroke-linecap:round}
.chart .dot{fill:var(--brand)}
.chart .dots{stroke:var(--brand);stroke-width:7.5;stroke-linecap:round}
.chart :is(.region,.country){fill:none;stroke:var(--edge);stroke-width:1.75;stroke-linecap:round}
.chart .region{stroke-dasharray:6 4.5}
.chart .grid{stroke:var(--line)}
.chart :is(.base,.lead-line){stroke:var(--edge);fill:none}
.chart .target{stroke:var(--good);stroke-width:2;stroke-dasharray:1 5;stroke-linecap:round}
.chart .target-text{fill:var(--good)}
.chart .break{stroke:var(--soft);stroke-dasharray:3 3}
.scroll{max-width:100%;overflow-x:auto;margin-bottom:1rem}
.parts{max-width:44rem}
table{border-collapse:collapse;min-width:100%}
caption{padding-bottom:.5rem;font-weight:700;text-align:start}
th,td{padding:.35rem 1rem .35rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;font-size:1rem}
thead th{border-bottom:2px solid var(--ink);color:var(--soft);font-weight:600;vertical-align:bottom}
tbody th{font-weight:600}
th.number,td.number{text-align:end}
td .soft,th .soft{display:block;font-weight:400}
code,pre{font:1rem/1.4 ui-monospace,Consolas,monospace}
pre{overflow-x:auto;padding:.8rem 1rem;background:var(--wash)}
footer{margin-top:4rem;border-top:1px solid var(--line);background:var(--wash);color:var(--soft);font-size:1rem}
footer .wrap{padding-block:1.1rem 1.6rem}
footer a:not(:focus-visible){color:inherit}
@media (width>=66rem){.beside{display:grid;grid-template-columns:minmax(0,7fr) minmax(0,6fr);gap:0 2.25rem;align-items:start}}
@media (forced-colors:active){.note,.tag{border:2px solid}.chart :is(.own,.dots,.region,.country,.base,.target,.break){stroke:CanvasText}.chart :is(text,.dot,.own-text,.target-text){fill:CanvasText}}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt sans-serif;color:#4c565d}}
@media print{html{font-size:9.6pt}body{font-size:10.5pt;line-height:1.4}a{color:inherit;text-decoration:none}.skip,.contents,.screen{display:none}.bar{background:none;color:#000}.bar a:not(:focus-visible){color:#000}.wrap{max-width:none;padding-inline:0}h1{font-size:26pt}h2,h3,caption{break-after:avoid}.beside{display:grid;grid-template-columns:9fr 10fr;gap:0 8mm}.drawing,.note,tr,svg{break-inside:avoid}.tag{border:1px solid}.scroll{overflow:visible}thead{display:table-header-group}p,li{orphans:3;widows:3}footer{margin-top:1rem;background:none}.source-address::after{content:" (" attr(href) ")";overflow-wrap:anywhere}}
`;
