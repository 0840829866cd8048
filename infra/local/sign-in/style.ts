/** The sign-in page's whole style: the panel's accent, light or dark as the system prefers. */
export const style = `
:root{color-scheme:light dark;--bg:#f6f7f6;--card:#fff;--text:#1d2523;--quiet:#5c6a66;--line:#dde3e0;--accent:#16695c}
@media(prefers-color-scheme:dark){:root{--bg:#121615;--card:#1b2120;--text:#e6ecea;--quiet:#9aa8a4;--line:#2e3836;--accent:#5bb8a7}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
main{max-width:920px;margin:0 auto;padding:24px 16px 48px}
header{display:flex;justify-content:space-between;align-items:center}
.brand{display:flex;gap:10px;align-items:center;margin:0;font-weight:600}
a{color:var(--accent);padding:8px 0}
h1{font-size:24px;line-height:1.3;margin:28px 0 4px}
.note{color:var(--quiet);margin:0 0 8px}
section{margin-top:28px}
h2{font-size:16px;margin:0}
.may{color:var(--quiet);font-size:14px;margin:0 0 12px}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,260px),1fr));gap:10px}
button{font:inherit;color:inherit;text-align:left;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px;min-height:64px;cursor:pointer;display:flex;flex-direction:column;gap:2px}
button:hover{border-color:var(--accent)}
button:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
button b{font-weight:600}
button span{color:var(--quiet);font-size:13px}
.again{display:inline-block;margin-top:12px}
`;
