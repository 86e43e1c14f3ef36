// The frame of a page that stands alone: its head and the few style rules that the text needs.
import { escapeHtml } from './inline-html.ts'

const STYLE = `body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.55 Georgia,serif;color:#1a1a1a;background:#fff}
div.provision{margin:.4rem 0 .4rem 1.6rem}main>div.provision{margin-left:0}
p{margin:.3rem 0}.num{font-weight:600;margin-right:.6em}.heading{font-weight:600}
table{border-collapse:collapse;margin:.6rem 0}td{border:1px solid #777;padding:.2rem .5rem;vertical-align:top}
dfn{font-style:normal}cite{font-style:normal}
ins{text-decoration:underline;text-decoration-thickness:2px;background:#e3f4e3;color:#0b4d0b}
del{text-decoration:line-through;background:#fbe6e4;color:#7d1409}
.changed{border-left:4px solid #444;padding-left:.6rem;margin-left:-.9rem}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.step{font:0.85rem/1.4 sans-serif}:target{outline:3px solid #b36b00;outline-offset:3px}
@media print{.step,nav{display:none}}`

/** A whole HTML document; `main` is markup. The language is that of the text. */
export const pageHtml = (title: string, main: string, lang = 'en-GB'): string =>
  `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${main}
</body>
</html>
`
