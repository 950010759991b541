// SPDX-License-Identifier: MIT

/// The style sheet of the report, inside the page so that it can be sent as one file.
enum AnalyseStyle {
    static let css = """
        :root{--ink:#16202a;--quiet:#4a5763;--line:#d5dbe1;--brand:#0b3a53;--ground:#f4f6f8}
        *{box-sizing:border-box}
        html{font:18px/1.5 Inter,"Segoe UI",Roboto,"DejaVu Sans",Arial,sans-serif;color:var(--ink);background:var(--ground)}
        body{margin:0}
        main{max-width:1160px;margin:0 auto;padding:0 28px 48px;background:#fff}
        header{background:var(--brand);color:#fff;margin:0 -28px 28px;padding:28px}
        h1{font-size:1.75rem;line-height:1.2;margin:0 0 8px}
        header .lead{margin:0;max-width:none;font-size:.9rem;color:#dbe7ee}
        h2{font-size:1.35rem;line-height:1.25;margin:44px 0 8px;padding-top:12px;border-top:4px solid var(--brand)}
        h3{font-size:1.08rem;margin:0 0 8px}
        p{margin:0 0 12px;max-width:46em}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(168px,1fr));gap:12px}
        .card{border:1px solid var(--line);border-top:4px solid var(--brand);padding:12px 14px;background:#fff}
        .card b{display:block;font-size:2.2rem;line-height:1.1}
        .card strong{display:block;font-size:.95rem;line-height:1.25;margin:4px 0}
        .card span{display:block;font-size:.84rem;line-height:1.35;color:var(--quiet)}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 24px;margin:0 0 12px;padding:0;font-size:.9rem}
        .legend svg{vertical-align:-4px}
        .chart{display:block;width:100%;height:auto;font-family:inherit}
        section.figure{margin:24px 0 0;padding:18px 0 0;border-top:1px solid var(--line)}
        .pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.15fr);gap:28px;align-items:start}
        .pair.wide{grid-template-columns:minmax(0,1fr);gap:12px}
        .pair.wide .chart{max-width:660px}
        .definition{font-size:.84rem;color:var(--quiet);margin:10px 0 0;max-width:none}
        table{border-collapse:collapse;width:100%;font-size:.84rem;line-height:1.35;font-variant-numeric:tabular-nums}
        caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        th,td{padding:5px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        table.figure td,table.figure thead th{text-align:right}
        table.figure thead th[colspan]{text-align:center;border-bottom:1px solid var(--quiet)}
        table.figure thead tr+tr th{font-weight:400;color:var(--quiet);font-size:.9em;padding:5px 4px}
        table.figure tbody th{font-weight:400;padding-left:0}
        table.figure td{white-space:nowrap}
        tr.unknown th,tr.unknown td{color:var(--quiet);font-style:italic}
        .rule{margin:22px 0 0}
        .code{display:inline-block;background:var(--brand);color:#fff;font-size:.86em;padding:0 8px;border-radius:4px}
        .count{display:inline-block;border:1px solid var(--quiet);color:var(--quiet);font-size:.84em;padding:0 8px;border-radius:12px}
        .mend{background:#eef4f7;border-left:6px solid var(--brand);padding:8px 14px;max-width:none}
        .list td.number{text-align:right;white-space:nowrap}.list th:nth-child(2){text-align:right}
        .list td{overflow-wrap:anywhere}
        .plain{list-style:none;padding:0}.plain li{margin:0 0 6px}
        footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--line);font-size:.84rem;color:var(--quiet)}
        @media(max-width:820px){.pair{grid-template-columns:1fr}table{display:block;overflow-x:auto}}
        @page{size:A4;margin:14mm 13mm}
        @media print{
        html{font-size:10.5pt;background:#fff}main{max-width:none;padding:0}
        header{margin:0 0 14pt;padding:0 0 8pt;background:none;color:var(--ink);border-bottom:3pt solid var(--brand)}
        header .lead{color:var(--quiet)}
        .cards{grid-template-columns:repeat(5,1fr);gap:6pt}.card{padding:6pt 7pt}.card b{font-size:1.7rem}
        .pair{grid-template-columns:1fr 1.05fr;gap:14pt}
        section.figure,.card,.strip,tr{break-inside:avoid}h2,h3,.mend{break-after:avoid}h2.page{break-before:page}
        thead{display:table-header-group}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }
        """
}
