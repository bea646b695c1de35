/** Colours in light and dark, type, the masthead, the contents, what is folded. */
export const PAGE_STYLES = `
:root {
  color-scheme: light dark;
  --paper: #fff; --sheet: #f5f6f8; --ink: #1b2026; --quiet: #57606b; --line: #d8dde3;
  --good: #126a36; --warn: #7d4d00; --bad: #b0201a; --link: #0a53b8;
  --good-sheet: #eaf6ee; --warn-sheet: #fdf4e3; --bad-sheet: #fdefed;
  --to-proxy: #8a63c7; --to-target: #3f7fc4; --grid: #e3e7ec;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --sheet: #1c2026; --ink: #e4e8ed; --quiet: #a3adb8; --line: #363d46;
    --good: #79d39b; --warn: #efbb5c; --bad: #ff958c; --link: #8bbaff;
    --good-sheet: #14261b; --warn-sheet: #2a2212; --bad-sheet: #2d1817;
    --to-proxy: #ab8ae0; --to-target: #629ee0; --grid: #2a3038;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; max-width: 76rem; padding: 0 clamp(1rem, 4vw, 2.5rem) 3rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, ol, dl, dd, pre { margin: 0; padding: 0; }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.8vw, 2.1rem); line-height: 1.2; font-weight: 650; letter-spacing: -.015em; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; margin: 0 0 1rem; }
h3 { font-size: 1.0625rem; line-height: 1.4; font-weight: 600; }
h4 { font-size: .9375rem; font-weight: 600; }
h4 small { font-size: .875em; font-weight: 400; color: var(--quiet); }
ul, ol { list-style: none; }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { unicode-bidi: isolate; }
pre { white-space: pre-wrap; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
:target { scroll-margin-top: 1rem; outline: 2px solid var(--link); outline-offset: 4px; border-radius: 4px; }
h2:target { outline: none; }
.good { color: var(--good); }
.warn { color: var(--warn); }
.bad { color: var(--bad); }
.quiet { color: var(--quiet); }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; display: inline-block; margin-top: 1rem; }
.masthead { padding: clamp(1.5rem, 4vw, 3rem) 0 1.75rem; }
.masthead > * + * { margin-top: .5rem; }
.masthead .kind { color: var(--quiet); font-size: .875rem; }
.masthead h1 { margin-top: .75rem; display: flex; gap: .5em; align-items: baseline; }
.masthead .glyph {
  flex: none; width: 1.5em; height: 1.5em; border-radius: 50%; font-size: .75em; font-weight: 700;
  display: inline-grid; place-content: center; align-self: flex-start; line-height: 1;
}
.masthead.good .glyph { background: var(--good); color: var(--paper); }
.masthead.warn .glyph { background: var(--warn); color: var(--paper); }
.masthead.bad .glyph { background: var(--bad); color: var(--paper); }
.masthead, .masthead.good, .masthead.warn, .masthead.bad { color: var(--ink); }
.steps { margin-top: 1.25rem !important; border-left: 4px solid var(--line); padding: .25rem 0 .25rem 1rem; display: grid; gap: .5rem; max-width: 60rem; }
.masthead.bad .steps { border-color: var(--bad); }
.masthead.warn .steps { border-color: var(--warn); }
.steps > div { display: grid; grid-template-columns: 3.5rem 1fr; }
.steps dt { font-weight: 600; }
nav { border-block: 1px solid var(--line); padding: .75rem 0; font-size: .9375rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; }
section { padding-top: 2.5rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--quiet); font-size: .875rem; }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before {
  content: ""; display: inline-block; flex: none; width: .42em; height: .42em; margin: 0 .6em .12em .15em;
  border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(-45deg); transition: transform .12s;
}
details[open] > summary::before { transform: rotate(45deg); margin-bottom: .25em; }
.fold { font-size: .9375rem; }
.fold > summary { color: var(--link); width: fit-content; padding: .2rem 0; }
.fold[open] > summary { margin-bottom: .5rem; }
.cards { display: grid; gap: .75rem; }
.cards > li { border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; }
.facts { display: grid; gap: .3rem; font-size: .9375rem; }
.facts > div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0 1rem; }
.facts dt { color: var(--quiet); }
@media (max-width: 40rem) {
  .facts > div { grid-template-columns: 1fr; }
}
@media (prefers-reduced-motion: reduce) { summary::before { transition: none; } }
`;
