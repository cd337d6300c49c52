import type { ThemeColour } from '../../model/codebook.ts';

/** The colours of themes on a light and on a dark ground; each holds 4.6 : 1 on both grounds below. */
const COLOURS: Readonly<Record<ThemeColour, readonly [light: string, dark: string]>> = {
  sky: ['#083F70', '#61BFFA'],
  orange: ['#7A4A06', '#F2B134'],
  green: ['#0E7360', '#7FE3B4'],
  pink: ['#AC3AA4', '#D98AA8'],
  yellow: ['#766E06', '#E8E850'],
  vermillion: ['#760C02', '#F97B2B'],
  violet: ['#6656DE', '#A08EFF'],
  grey: ['#4A4F50', '#DFE9E9'],
};

const themeColours = (index: 0 | 1): string =>
  Object.entries(COLOURS)
    .map(([name, pair]) => `.c-${name}{color:${pair[index]};fill:${pair[index]}}`)
    .join('\n');

/** The page's style: one column of text, figures as wide as the window, both grounds, and paper. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#FBFAF6;--ink:#16181D;--rest:#54575D;--hair:#C4C1B6;--row:#F1EFE7}
*{box-sizing:border-box}
body{margin:0;padding:2rem 1rem 4rem;background:var(--paper);color:var(--ink);font:1.05rem/1.55 Georgia,'Times New Roman',serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto}
h1,h2,h3,form,.figure,table,.passage>p,nav{font-family:system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.25}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--hair)}
h3{font-size:1rem;margin:1.5rem 0 .25rem}
a{color:inherit}
a:focus-visible,input:focus-visible,select:focus-visible,.wide:focus-visible{outline:3px solid currentColor;outline-offset:2px}
.passage{margin:1.5rem 0;overflow-wrap:anywhere}
.passage blockquote{margin:0;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--hair)}
.passage[data-key] blockquote{border-left-color:currentColor}
.passage blockquote p{margin:0 0 .75rem;white-space:pre-wrap}
.passage blockquote p:last-child{margin-bottom:0}
.day{white-space:nowrap}
.passage>p{margin:.35rem 0 0 1rem;font-size:.9rem;color:var(--rest)}
.passage>.marks{float:left;margin:0 0 0 -1.75rem;width:1.5rem;text-align:right;line-height:1.75}
[hidden]{display:none!important}
form{margin:2rem 0;padding:1rem;background:var(--row);display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:center;font-size:.9rem}
fieldset{border:0;margin:0;padding:0;flex-basis:100%;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
legend{padding:0;margin-bottom:.25rem;font-weight:600}
input[type=search],select{font:inherit;max-width:min(16rem,70vw);padding:.2rem .4rem}
output{flex-basis:100%;color:var(--rest)}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;overflow-wrap:normal;font-size:.85rem;margin:1rem 0}
main>table{display:block;overflow-x:auto}
caption{text-align:left;color:var(--rest);padding-bottom:.35rem}
th,td{padding:.3rem .6rem;border:1px solid var(--hair);text-align:right;vertical-align:middle}
th[scope=row],th:first-child,td:first-child{text-align:left}
thead th{font-weight:600;vertical-align:bottom}
.none{color:var(--rest)}
.legend{font-size:.85rem;color:var(--rest);margin:.5rem 0}.legend>span{margin-right:.6rem}
.strip h3{font-weight:400;font-size:.85rem;margin:.75rem 0 .15rem;color:var(--rest)}
svg{display:block;width:100%;height:auto}
.wide svg{min-width:32rem}
.grid{max-width:44rem}
svg .base{stroke:var(--hair);stroke-width:1}
svg text{font:18px system-ui,sans-serif}svg text:not([class]){fill:var(--rest)}
${themeColours(0)}
@media (prefers-color-scheme:dark){:root{--paper:#14161B;--ink:#F4F1E8;--rest:#ABADB0;--hair:#4C515B;--row:#23272F}
${themeColours(1)}
}
@media (max-width:52rem){.passage>.marks{float:none;margin:0;width:auto;text-align:left}}
@media print{body{padding:0;background:#fff;color:#000;font-size:11pt}form{display:none}main{max-width:none}main{padding-left:1.6rem}.passage>.marks{float:left;margin:0 0 0 -1.75rem;width:1.5rem;text-align:right}h2,h3,.legend{break-after:avoid}.passage,.strip,.figure,table,tr{break-inside:avoid}.passage{margin:1rem 0}.wide{overflow:visible}.wide svg{min-width:0}a{text-decoration:none}rect,circle,.mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
${themeColours(0)}
}
`;
