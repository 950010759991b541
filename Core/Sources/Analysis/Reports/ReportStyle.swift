// SPDX-License-Identifier: MIT

/// The style of a report that stands for itself as a file: on a screen of any width, and on A4.
public enum ReportStyle {
    public static let css = """
        *{box-sizing:border-box}
        html{font:17px/1.5 "Liberation Sans",Arial,"DejaVu Sans",sans-serif;color:#16202a;background:#eef1f4}
        body{margin:0}
        main{max-width:960px;margin:0 auto;padding:24px 28px 48px;background:#fff}
        .report>header{border-bottom:4px solid #0b3a53;margin-bottom:18px}
        h1{font-size:1.7rem;line-height:1.2;margin:0 0 4px}
        .lead{margin:0 0 10px;color:#4a5763}
        h2{font-size:1.2rem;line-height:1.25;margin:26px 0 6px;color:#0b3a53}
        h3{font-size:1rem;margin:14px 0 4px}
        p,ul,dl{margin:0 0 10px}
        ul{padding-left:1.2em}
        .wide{overflow-x:auto;margin:0 0 6px}
        table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.3;font-variant-numeric:tabular-nums}
        caption{text-align:left;font-weight:bold;padding:6px 0 3px}
        th,td{padding:4px 8px 4px 0;border-bottom:1px solid #c3ccd4;text-align:left;vertical-align:top}
        table.counts{width:auto;min-width:64%}
        .counts td,.counts thead th{text-align:right;padding:4px 0 4px 8px}
        .counts thead th.words{text-align:left}
        .counts td.words{text-align:left;white-space:pre-line}
        .counts thead th[colspan]{text-align:center;border-left:6px solid #fff}
        .counts thead tr:last-child th{font-weight:normal;color:#4a5763}
        .counts tbody th{font-weight:normal}
        tr.total th,tr.total td{font-weight:bold;border-top:2px solid #4a5763}
        tr.unknown th,tr.unknown td{font-style:italic;color:#4a5763}
        abbr{text-decoration:none}
        .headlines{display:flex;flex-wrap:wrap;gap:10px;margin:0 0 12px}
        .headlines>div{flex:1 1 150px;border:1px solid #c3ccd4;border-top:4px solid #0b3a53;padding:8px 10px}
        .headlines dt{font-weight:bold;font-size:.9rem;line-height:1.25}
        .headlines dd{margin:0}
        .headlines b{display:block;font-size:1.7rem;line-height:1.15}
        .headlines span{font-size:.84rem;color:#4a5763}
        .terms dt{font-weight:bold}
        .terms dd{margin:0 0 6px}
        .definition,.about{font-size:.84rem;color:#4a5763}
        .about{border-top:1px solid #c3ccd4;margin-top:26px;padding-top:8px}
        .writing .line{height:9mm;border-bottom:1px solid #4a5763;margin:0 0 10px}
        .picture{margin:4px 0 12px}
        .chart{display:block;max-width:100%;height:auto;font-family:inherit}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:2px 20px;margin:0 0 8px;padding:0;font-size:.88rem}
        .legend li{margin-right:16px}
        .legend svg{vertical-align:-4px}
        @media(max-width:640px){main{padding:14px}.chart{width:100%}}
        @page{size:A4;margin:14mm 14mm 15mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt "Liberation Sans",Arial,sans-serif}}
        @media print{
        html{font-size:10pt;line-height:1.4;background:#fff}
        main{max-width:none;padding:0}
        h2,h3,caption,.definition+h3{break-after:avoid}
        h2{margin:14pt 0 4pt}
        tr,.headlines>div,.picture,.terms dd,table.short{break-inside:avoid}
        thead{display:table-header-group}
        .wide{overflow:visible}
        .headlines b{font-size:15pt}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .report-chronology{font-size:9pt}
        .report-chronology table{width:100%}
        .report-chronology tbody th{width:30mm}
        .report-storyboard{font-size:8.6pt;line-height:1.3}
        .report-storyboard h1{font-size:14pt}
        .report-storyboard h2{font-size:10.5pt;margin:6pt 0 2pt}
        .report-storyboard p,.report-storyboard ul,.report-storyboard dl{margin-bottom:3pt}
        .report-storyboard .terms dt{float:left;clear:left;width:34mm}
        .report-storyboard .terms dd{margin:0 0 1pt 36mm}
        .report-storyboard table{font-size:8.6pt}
        .report-storyboard .counts td,.report-storyboard .counts th{padding-top:1.2pt;padding-bottom:1.2pt}
        .report-storyboard .about{font-size:7.4pt;margin-top:6pt;padding-top:3pt}
        .report-storyboard .about h3{font-size:8pt;margin:2pt 0 0}
        .report-storyboard header{margin-bottom:4pt}
        .report-storyboard .lead{margin-bottom:3pt}
        }
        """
}
