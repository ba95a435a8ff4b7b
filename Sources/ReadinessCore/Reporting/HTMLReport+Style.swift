extension HTMLReport {
  /// The page's whole style; colours only repeat what the words say.
  static let style = """
    :root{--ink:#1c2126;--soft:#4a545e;--line:#c9d0d6;--paper:#fff;--tint:#f4f6f8;
    --fail:#8f1d14;--short:#8a4b00;--open:#2c4f7c;--fine:#1f5b3a}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:60rem;padding:1.5rem 1.25rem 3rem;background:var(--paper);
    color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",
    Arial,sans-serif;overflow-wrap:break-word}
    dd,li,.support td:nth-child(2){overflow-wrap:anywhere}
    h1,h2,h3{line-height:1.25;text-wrap:balance}
    h1{font-size:1.9rem;margin:.25rem 0}
    h2{font-size:1.35rem;margin:2.5rem 0 .75rem}
    h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
    p,ul,dl,table{margin:0 0 .75rem}
    ul{padding-left:1.25rem}
    li{margin-bottom:.35rem}
    a{color:var(--open)}
    code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    header{border-bottom:1px solid var(--line);padding-bottom:1rem}
    .kind{color:var(--soft);font-weight:600;margin:0}
    .firm{font-size:1.2rem;margin:0 0 .75rem}
    .facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0}
    .facts dt,.small{font-size:.875rem;color:var(--soft)}
    .facts dd{margin:0;font-weight:600}
    .verdict{margin:1.5rem 0;padding:1rem 1.25rem;border:1px solid;border-left-width:.5rem;
    border-radius:.25rem;background:var(--tint)}
    .verdict h2{margin:0 0 .25rem;font-size:1.6rem}
    .verdict p{margin:0;color:var(--ink)}
    .not-ready{color:var(--fail)}.incomplete{color:var(--open)}.ready{color:var(--fine)}
    table{width:100%;border-collapse:collapse;font-size:.9375rem}
    caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
    th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;
    border-bottom:1px solid var(--line);font-weight:400}
    thead th{white-space:nowrap;font-weight:600;border-bottom:2px solid var(--line)}
    tbody th{font-weight:600;white-space:nowrap}
    .counts td:nth-child(2){text-align:right;font-variant-numeric:tabular-nums}
    .counts td:nth-child(3){width:60%}
    .support td:nth-child(2){width:11rem}
    .support td:nth-child(3){width:9rem}
    .support td:nth-child(4){white-space:nowrap}
    .support td:nth-child(5){width:40%}
    .seen{table-layout:fixed}.seen th,.seen td{overflow-wrap:break-word;white-space:normal}
    .seen-questions th:first-child{width:5rem}.seen-questions th:nth-child(2){width:11rem}
    .seen-findings th:first-child{width:8rem}.seen-findings th:nth-child(4){width:10rem}
    .seen-findings th:nth-child(n+6){width:6.5rem}
    .seen-devices th:nth-child(n+3),.seen-products th:nth-child(n+3){width:6rem}
    .tag{display:inline-block;border:1px solid;border-radius:.2rem;padding:0 .4rem;
    font-size:.8125rem;font-weight:600;white-space:nowrap;background:var(--paper)}
    .tag.fail{color:var(--fail)}.tag.short{color:var(--short)}
    .tag.open{color:var(--open)}.tag.fine{color:var(--fine)}
    .finding{margin:1.25rem 0;padding:.25rem 0 .25rem 1rem;border-left:.25rem solid var(--line)}
    .finding.fail{border-color:var(--fail)}.finding.short{border-color:var(--short)}
    .finding.open{border-color:var(--open)}
    .finding h3{margin:0 0 .25rem}
    .prompt{font-weight:600}
    .finding dl>div{display:grid;grid-template-columns:10rem 1fr;gap:0 1rem;margin-bottom:.5rem}
    .finding dt{color:var(--soft)}
    .finding dd{margin:0}
    dd>:last-child,li>:last-child{margin-bottom:0}
    dd p{margin-bottom:.25rem}
    .ways .small{margin:.1rem 0 0}
    .plain{list-style:none;padding:0}
    .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}
    .pair>div{background:var(--tint);padding:.75rem 1rem;border-radius:.25rem}
    .sources{font-size:.9375rem;display:grid;grid-template-columns:3rem 1fr;gap:.25rem .5rem}
    .sources dd{margin:0}
    footer{border-top:1px solid var(--line);margin-top:2.5rem}
    @media (max-width:42rem){
    body{padding:1rem .9rem 2rem}
    h1{font-size:1.5rem}
    .finding dl>div{display:block}
    .finding dt{font-size:.875rem}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table,tbody,tr,th,td,caption{display:block;width:auto}
    tr{border-bottom:1px solid var(--line);padding:.5rem 0}
    .counts tr{display:grid;grid-template-columns:1fr auto}
    .counts td:nth-child(3){grid-column:1/-1;width:auto}
    .glance th,.glance td:nth-child(2){display:inline-block;margin-right:.5rem}
    th,td{border:0;padding:.1rem 0;overflow-wrap:anywhere}
    .support td:nth-child(n){width:auto;white-space:normal}
    .seen th:nth-child(n),.seen td:nth-child(n){width:auto}
    .seen td:empty{display:none}
    td::before{content:attr(data-label) ": ";color:var(--soft)}
    .counts td::before,.glance td::before{content:none}
    }
    @page{size:A4;margin:16mm 15mm 20mm;
    @bottom-left{content:"Readiness self-assessment, not a certificate";font:9pt sans-serif}
    @bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt sans-serif}}
    @media print{
    html{font-size:9.5pt}
    body{max-width:none;padding:0}
    h2,h3,caption,.prompt,thead{break-after:avoid}
    tr,li,.finding dl>div,.verdict{break-inside:avoid}
    h2{margin-top:1.5rem}
    a{color:inherit;text-decoration:none}
    .verdict,.pair>div{background:none}
    }

    """
}
