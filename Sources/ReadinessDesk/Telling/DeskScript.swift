/// The page's one script: sorting by a column, filtering by words.
///
/// It builds no markup from text.
enum DeskScript {
  static let text = """
    (function(){'use strict';
    document.querySelectorAll('section[id]').forEach(function(section){
      var table=section.querySelector('table');if(!table||!table.tBodies[0])return;
      var body=table.tBodies[0],rows=Array.prototype.slice.call(body.rows);
      var bar=section.querySelector('.filter'),label=document.createElement('label');
      var input=document.createElement('input'),count=document.createElement('span');
      input.type='search';label.textContent='Show only rows with: ';label.appendChild(input);
      count.setAttribute('role','status');bar.appendChild(label);bar.appendChild(count);
      bar.hidden=false;
      input.addEventListener('input',function(){
        var words=input.value.toLowerCase().split(/\\s+/).filter(Boolean),shown=0;
        rows.forEach(function(row){
          var text=row.textContent.toLowerCase();
          var hit=words.every(function(word){return text.indexOf(word)>=0;});
          row.hidden=!hit;if(hit)shown++;
        });
        count.textContent=' '+shown+' of '+rows.length;
      });
      Array.prototype.forEach.call(table.tHead.rows[0].cells,function(cell,index){
        var button=document.createElement('button');button.type='button';
        button.textContent=cell.textContent;cell.textContent='';cell.appendChild(button);
        button.addEventListener('click',function(){
          var down=cell.getAttribute('aria-sort')==='ascending';
          Array.prototype.forEach.call(table.tHead.rows[0].cells,function(other){
            other.removeAttribute('aria-sort');});
          cell.setAttribute('aria-sort',down?'descending':'ascending');
          rows.sort(function(a,b){
            var x=a.cells[index].textContent,y=b.cells[index].textContent;
            return (down?-1:1)*x.localeCompare(y,'en-GB',{numeric:true});
          });
          rows.forEach(function(row){body.appendChild(row);});
        });
      });
    });
    })();
    """
}

/// The page's style; colours only repeat what the words say.
enum DeskStyle {
  static let text = """
    :root{--ink:#1c2126;--soft:#4a545e;--line:#c9d0d6;--paper:#fff;--tint:#f4f6f8;
    --fail:#8f1d14;--short:#8a4b00;--open:#2c4f7c;--fine:#1f5b3a}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:90rem;padding:1.5rem 1.25rem 3rem;background:var(--paper);
    color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",
    Arial,sans-serif;overflow-wrap:anywhere}
    h1,h2{line-height:1.25}
    h1{font-size:1.9rem;margin:.25rem 0}
    h2{font-size:1.35rem;margin:1.75rem 0 .5rem}
    p,ul,dl,table{margin:0 0 .75rem}
    ul{padding-left:1.1rem}
    td ul{margin:0}
    code{font:.85em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--soft)}
    header{border-bottom:1px solid var(--line);padding-bottom:1rem}
    .kind{color:var(--soft);font-weight:600;margin:0}
    .facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0}
    .facts dt,.small{font-size:.875rem;color:var(--soft)}
    .facts dd{margin:0;font-weight:600}
    .summary{display:flex;flex-wrap:wrap;gap:0 3rem}
    .counts{list-style:none;padding:0}
    .counts li{margin-bottom:.25rem}
    .filter input{font:inherit;padding:.25rem .5rem;border:1px solid var(--soft);
    border-radius:.2rem;max-width:100%}
    table{width:100%;border-collapse:collapse;font-size:.9375rem}
    caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
    th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;
    border-bottom:1px solid var(--line);font-weight:400}
    thead th{font-weight:600;border-bottom:2px solid var(--line);white-space:nowrap}
    thead button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:0;
    cursor:pointer;text-decoration:underline dotted}
    [aria-sort=ascending] button::after{content:" \\2191"}
    [aria-sort=descending] button::after{content:" \\2193"}
    tbody th{font-weight:600}
    .tag{display:inline-block;border:1px solid;border-radius:.2rem;padding:0 .4rem;
    font-size:.8125rem;font-weight:600;white-space:nowrap;background:var(--paper)}
    .tag.fail{color:var(--fail)}.tag.short{color:var(--short)}
    .tag.open{color:var(--open)}.tag.fine{color:var(--fine)}
    @media (max-width:48rem){
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    tr{display:block;padding:.5rem 0;border-bottom:2px solid var(--line)}
    th,td{display:grid;grid-template-columns:7.5rem 1fr;gap:0 .75rem;border:0;padding:.15rem 0}
    th::before,td::before{content:attr(data-label);color:var(--soft);font-weight:400}
    tr[hidden],td:empty{display:none}
    .tag{justify-self:start}
    }
    @media print{.filter{display:none}thead button{text-decoration:none}}
    """
}
