/** The sign-in page's whole style: the panel's accent, light or dark as the system prefers. */
export const style = `
:root{color-scheme:light dark;--bg:#f6f7f6;--card:#fff;--text:#1d2523;--quiet:#5c6a66;--line:#dde3e0;--accent:#16695c}
@media(prefers-color-scheme:dark){:root{--bg:#121615;--card:#1b2120;--text:#e6ecea;--quiet:#9aa8a4;--line:#2e3836;--accent:#5bb8a7}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
main{max-width:1080px;margin:0 auto;padding:24px 16px 48px}
header{display:flex;justify-content:space-between;align-items:center}
.brand{display:flex;gap:10px;align-items:center;margin:0;font-weight:600}
a{color:var(--accent);padding:8px 0}
h1{font-size:24px;line-height:1.3;margin:28px 0 4px}
.note{color:var(--quiet);margin:0 0 8px}
[role=search]{display:flex;gap:8px;margin:16px 0 0;max-width:460px}
[role=search] input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:8px 12px;flex:1;min-width:0;min-height:44px}
button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:8px 16px;cursor:pointer}
section{margin-top:32px}
h2{font-size:18px;margin:0;padding-bottom:6px;border-bottom:1px solid var(--line)}
h3{font-size:15px;margin:16px 0 8px}
.may{color:var(--quiet);font-size:13px;font-weight:400;margin-left:6px}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,200px),1fr));gap:8px}
@media(max-width:480px){.people{grid-template-columns:1fr 1fr}}
.people button{text-align:left;padding:9px 12px;min-height:56px;display:flex;flex-direction:column;gap:1px;overflow-wrap:anywhere}
button:hover{border-color:var(--accent)}
button:focus-visible,input:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
button b{font-weight:600}
button span{color:var(--quiet);font-size:13px}
.again{display:inline-block;margin-top:12px}
`;
