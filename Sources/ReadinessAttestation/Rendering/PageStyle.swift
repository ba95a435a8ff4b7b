/// The page's style: black on white, readable on a telephone, one sheet of A4 on paper.
enum PageStyle {
  static let css = """
    :root{color-scheme:light}
    *{box-sizing:border-box}
    body{margin:0;background:#eceff1;color:#111;font:16px/1.45 "Liberation Sans",Arial,Helvetica,sans-serif}
    main{max-width:50rem;margin:0 auto;padding:1.5rem 2rem;background:#fff;overflow-wrap:anywhere}
    h1{margin:0;font-size:1.75rem;line-height:1.2}
    h2{margin:1.1rem 0 .3rem;font-size:1.05rem;line-height:1.3}
    p{margin:.3rem 0}
    .kind{margin:0 0 .3rem;font-weight:700;color:#1d3f5e}
    .verdict{margin:1rem 0 0;padding:.7rem 1rem;border:2px solid #111;border-left-width:.6rem}
    .verdict h2{margin:0;font-size:1.35rem}
    .not{margin:1rem 0 0;padding:.6rem 1rem;background:#fff4d6;border:2px solid #7a4b00}
    .not h2{margin:0}
    table{width:100%;border-collapse:collapse;margin:.3rem 0}
    caption{text-align:left;font-weight:700;padding:.3rem 0}
    th,td{text-align:left;vertical-align:top;padding:.22rem .6rem .22rem 0;border-bottom:1px solid #b8c0c6}
    tbody th{font-weight:400}
    .facts th{width:12rem;font-weight:600;color:#33414d}
    .pair{display:grid;grid-template-columns:2fr 3fr;gap:0 2rem;align-items:start;margin-top:.6rem}
    .counts td,.counts thead th+th{text-align:right}
    .bad{font-weight:700}
    blockquote{margin:.3rem 0;padding:0 0 0 .8rem;border-left:3px solid #5b6b78}
    code,pre{font:.85rem/1.45 "Liberation Mono",Consolas,monospace}
    pre{margin:.3rem 0;padding:.5rem .7rem;background:#f2f4f5;border:1px solid #b8c0c6;white-space:pre-wrap}
    .small{font-size:.85rem;color:#33414d}
    @media (max-width:34rem){main{padding:1rem}.pair{display:block}\
    .facts th,.facts td{display:block;width:auto}.facts th{border:0;padding-bottom:0}}
    @page{size:A4;margin:10mm 13mm}
    @media print{body{background:#fff;font-size:8.6pt;line-height:1.28}main{max-width:none;padding:0}\
    h1{font-size:15pt}h2{margin-top:.5rem;font-size:10pt}.verdict,.not,.pair{margin-top:.4rem}\
    .verdict,.not{padding:.25rem .7rem}.verdict h2{font-size:12pt}\
    p,table,pre,blockquote{margin:.12rem 0}th,td{padding-top:.05rem;padding-bottom:.05rem}\
    pre{padding:.25rem .6rem}code,pre{font-size:7.4pt;line-height:1.25}.small{font-size:7.6pt}\
    .two,.two tbody{display:block}.two tbody{columns:2;column-gap:8mm}\
    .two tr{display:grid;grid-template-columns:8.4rem 1fr}.facts th{width:9.5rem}\
    .verdict,.not,tr,pre,blockquote{break-inside:avoid}h2,caption,thead{break-after:avoid}}

    """
}
