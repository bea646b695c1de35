/** Targets and the waterfalls of the ways to them. */
export const TARGET_STYLES = `
.target { border-top: 1px solid var(--line); }
.target:last-of-type { border-bottom: 1px solid var(--line); }
.target > summary { padding: .6rem 0; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .9rem; }
.target > summary::before { margin-right: 0; }
.target > summary h3 { font-size: .9375rem; }
.target > summary:hover h3 { text-decoration: underline; text-underline-offset: .2em; }
.glance { font-size: .875rem; display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
@media (min-width: 52rem) { .target > summary h3 { flex: 0 0 18rem; } }
.target[open] { padding-bottom: 1.25rem; }
section > .quiet + .target { margin-top: 1rem; }
.target > .facts { margin-bottom: .75rem; }
.ways > li + li { margin-top: .15rem; }
.scale { font-size: .8125rem; text-align: right; padding-right: 8.5rem; }
.attempt { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: .25rem 1.5rem; padding: .75rem 0; border-top: 1px solid var(--line); font-size: .875rem; }
.waterfall { display: block; overflow: visible; padding: 0 8.5rem 0 6.25rem; font-size: .75rem; background: linear-gradient(90deg, var(--grid) 1px, transparent 1px) content-box 0 0 / 25% 100%; background-origin: content-box; }
.waterfall text { fill: var(--ink); }
.waterfall .names text { fill: var(--quiet); text-anchor: end; transform: translateX(-.6rem); }
.waterfall .times { transform: translateX(.4rem); }
.waterfall g { stroke-width: 10; }
.waterfall text { stroke: none; }
g.to-proxy { stroke: var(--to-proxy); }
g.to-target { stroke: var(--to-target); }
g.failed { stroke: var(--bad); }
.key { display: inline-block; width: 1.1em; height: .65em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.key.to-proxy { background: var(--to-proxy); }
.key.to-target { background: var(--to-target); }
.key.failed { background: var(--bad); }
.attempt .fold { font-size: .875rem; margin-top: .35rem; }
.phases { display: grid; grid-template-columns: 6.5rem 1fr; gap: .35rem 1rem; }
.phases dt { color: var(--quiet); }
.phases pre { background: var(--sheet); border-radius: 4px; padding: .35rem .6rem; margin-top: .2rem; }
@media (max-width: 52rem) {
  .attempt { grid-template-columns: minmax(0, 1fr); }
  .waterfall { padding: 0 7.5rem 0 5.75rem; }
  .scale { padding-right: 0; }
}
@media (max-width: 40rem) {
  .phases { grid-template-columns: 1fr; gap: 0; }
  .phases dt { font-weight: 600; }
  .phases dd { margin-bottom: .35rem; }
}
`;
