// SPDX-License-Identifier: MIT

/// What the report of a replay needs beside the style of every report.
enum ReplayStyle {
    static let css = """
        .cards{grid-template-columns:repeat(auto-fit,minmax(196px,1fr));margin-bottom:18px}
        .card b{font-size:1.3rem;white-space:nowrap}
        .card b.long{font-size:1.05rem;line-height:1.6}
        h3.later{margin-top:28px}
        details{margin:10px 0 0}
        summary{cursor:pointer;color:var(--brand);font-size:.9rem}
        details table{margin-top:10px}
        details ul{font-size:.9rem;padding-left:22px;margin:8px 0}
        .strip .legend{margin-bottom:6px}
        table.list td{white-space:normal}
        @media(max-width:820px){.strip .chart{min-width:760px}.strip{overflow-x:auto}}
        @media print{details>*{display:block}}
        """
}
