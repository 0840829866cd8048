/** What only pages of checklists need: a card for each point, three large choices beside each other. */
export const checkStyle = [
  'form.l{padding:0}form.l+.o,form.l+.g{margin-top:10px}div.d{margin:0 0 10px}.i h2{margin:10px 0 4px}.i{background:var(--c);border:1px solid var(--l);border-radius:10px;padding:4px 14px 14px;margin:0 0 10px;scroll-margin-top:12px}.i.r{border-color:var(--r)}.i small{display:block;margin:4px 0 0}',
  '.v{display:flex;gap:8px;margin-top:8px}.v label{flex:1;justify-content:center;min-height:56px;padding:6px 4px;border:1px solid var(--l);border-radius:8px;background:var(--b);font-size:16px;font-weight:600;gap:7px;cursor:pointer}.v .pass:has(:checked){background:var(--n);border-color:var(--a);color:var(--m)}.v .flag:has(:checked){background:#fdf3d8;border-color:#b07d10;color:#5f4300}.v .fail:has(:checked){background:var(--w);border-color:var(--r);color:var(--r)}.v .flag input{accent-color:#b07d10}.v .fail input{accent-color:var(--r)}.v label:focus-within{outline:3px solid var(--a);outline-offset:2px}',
  '@media(prefers-color-scheme:dark){.v .flag:has(:checked){background:#3d3213;color:#ffe3a0}}',
  '.u{display:flex;gap:10px;align-items:center;margin-top:6px}.u input{flex:1;min-width:0}.u b{flex:none;font-weight:600}@supports selector(:has(a)){.y:not(.on){display:none}.i:has([value=fail]:checked) .y,.i:has([value=flag]:checked) .y{display:block}}',
  '.i details{border:0;margin:8px 0 0;background:none}.i summary{padding:6px 0;font-size:15px;font-weight:400;color:var(--s)}.i form{padding:0}.m{list-style:none;padding:0}.m a{display:block;padding:9px 0}',
].join('');

/** What was found, on the page of whoever judges the work. */
export const answersStyle =
  '.a{list-style:none;padding:0}.a li{border-left:4px solid var(--l);padding:2px 0 2px 12px;margin:0 0 12px}.a .fail{border-color:var(--r)}.a .flag{border-color:#b07d10}.a .pass{border-color:var(--a)}.a b,.a span,.a q,.a small{display:block}.a .fail span{color:var(--r);font-weight:600}.a q{font-style:italic}.a q::before,.a q::after{content:""}';
