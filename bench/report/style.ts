/** One quiet page, to read on a screen and to print. */
export const style = `
*{box-sizing:border-box}body{margin:0 auto;max-width:64rem;padding:0 1.25rem 4rem;font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#1b1f24;background:#fff}
h1{font-size:1.9rem;letter-spacing:-.015em;margin:2.5rem 0 0}h2{font-size:1.35rem;letter-spacing:-.01em;margin:0}p{margin:.4rem 0 1rem;max-width:44rem;color:#4d555e}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:.75rem 0;border-block:1px solid #dfe3e8}a{color:#0b5394}
section{margin-top:3rem;scroll-margin-top:1rem}.wide{overflow-x:auto}figure{margin:0}svg{max-width:100%;height:auto;overflow:visible}
[class*=swatches]{font-size:.875rem!important;min-height:0!important;margin:.25rem 0 .5rem}
details{margin-top:.75rem}summary{cursor:pointer;color:#0b5394;font-weight:600}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;margin:.75rem 0 1.5rem}caption{text-align:start;font-weight:600;padding-bottom:.4rem}
th,td{padding:.3rem .8rem .3rem 0;text-align:end;border-bottom:1px solid #dfe3e8;white-space:nowrap}th:first-child,td:first-child{text-align:start}thead th{color:#4d555e;font-weight:600;vertical-align:bottom}tbody th{font-weight:400}
#confusions td,#confusions th{text-align:start;white-space:normal}code{font-size:.9em}
@media print{nav,summary{display:none}section{break-inside:avoid}}
`
