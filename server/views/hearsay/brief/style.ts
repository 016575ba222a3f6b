// The style of a brief's page: calm on the screen, plain on paper; typefaces as on the explorer's own page, and its theme where it is shown within that.

export const briefStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --muted: #57606a; --line: #d5d9dd; --ground: #fff; }
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; --ink: #e6e8eb; --muted: #9aa4af; --line: #3a4149; --ground: #181b1f; }
@media (prefers-color-scheme: dark) { :root:not([data-theme]) { --ink: #e6e8eb; --muted: #9aa4af; --line: #3a4149; --ground: #181b1f; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.55 "Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", sans-serif; font-feature-settings: "cv11", "ss03"; }
main { max-width: 46rem; margin: 0 auto; padding: 32px 24px 64px; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 18px; line-height: 1.3; margin: 32px 0 8px; break-after: avoid; }
h3 { font-size: 15px; margin: 16px 0 4px; break-after: avoid; }
p { margin: 0 0 8px; }
.under { color: var(--muted); margin: 0; font-size: 13px; }
ul, ol { margin: 0 0 8px; padding-left: 20px; }
li { margin: 0 0 6px; break-inside: avoid; }
q { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, "Noto Serif", "DejaVu Serif", serif; font-style: italic; quotes: "\\201C" "\\201D"; }
a { color: inherit; text-underline-offset: 2px; }
sup { font-size: 11px; line-height: 0; margin-left: 1px; }
sup a, .back { text-decoration: none; }
sup a:hover, .back:hover { text-decoration: underline; }
:target { outline: 2px solid var(--ink); outline-offset: 2px; }
.table { overflow-x: auto; overflow-wrap: normal; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding: 0 0 6px; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 500; }
.number { text-align: right; }
section ol { font-size: 13px; }
@media (max-width: 500px) { main { padding: 16px 16px 40px; } }
@media print {
  :root, :root[data-theme], :root:not([data-theme]) { color-scheme: light; --ink: #000; --muted: #444; --line: #bbb; --ground: #fff; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .back { display: none; }
  .table { overflow: visible; }
  tr { break-inside: avoid; }
  section a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 9pt; }
}
`;
