import { createHash } from 'node:crypto';
import { answersStyle, checkStyle } from './check-style.ts';
import { walkStyle } from './walk-style.ts';

/** The one style sheet, inline because a page is one request; its hash is one of the few the policy allows. */
export const style = [
  ':root{color-scheme:light dark;--b:#f1f4f3;--c:#fff;--i:#16202c;--s:#566170;--l:#d5dbe3;--a:#16695c;--t:#fff;--n:#e2efec;--m:#0f4a41;--w:#fdecea;--r:#8a1c12}',
  '@media(prefers-color-scheme:dark){:root{--b:#14171c;--c:#1f242c;--i:#eef1f5;--s:#a9b4c2;--l:#3c4654;--a:#2b7d6d;--t:#fff;--n:#16302b;--m:#c5e6de;--w:#4a1d1b;--r:#ffd2cc}}',
  '*{box-sizing:border-box}body{margin:0;background:var(--b);color:var(--i);font:17px/1.5 -apple-system,"Segoe UI",Roboto,Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}',
  'main{max-width:600px;margin:auto;padding:16px 16px 40px}h1{font-size:23px;line-height:1.3;margin:2px 0 12px}h2{font-size:16px;margin:24px 0 8px}p{margin:0 0 10px}',
  '.s,dt,small{color:var(--s);font-size:14px}.d{background:var(--n);color:var(--m);border-radius:10px;padding:10px 14px}.d b{display:block;font-size:18px}.w{background:var(--w);color:var(--r)}',
  '.q{background:var(--c);border-radius:10px;padding:12px 14px;white-space:pre-line}dl{margin:0}dd{margin:0 0 8px}ul{padding-left:18px;margin:0;font-size:15px}',
  'details,.f,.o{background:var(--c);border:1px solid var(--l);border-radius:10px;margin:0 0 10px}form{padding:4px 14px 14px}.f form{padding-top:14px}summary,.o{display:block;padding:13px 14px;font-weight:600;cursor:pointer;color:var(--i);text-decoration:none}summary::after,.o::after{content:"›";float:right;color:var(--s);font-weight:400}details[open]>summary::after{content:"⌄"}form details{border:0;margin:6px 0 0}form summary{padding:8px 0;font-size:15px;font-weight:400;color:var(--s)}.x{background:none;border:0}.x>summary{padding:13px 2px}',
  'label,legend{display:block;font-weight:600;font-size:15px;margin:10px 0 4px;padding:0}fieldset{border:0;margin:10px 0 0;padding:0}fieldset label{font-weight:400;font-size:17px;margin:0;padding:9px 0;display:flex;gap:10px;align-items:center}',
  'textarea,select,input:not([type=radio],[type=checkbox]){width:100%;min-height:48px;font:inherit;padding:10px 12px;color:inherit;background:var(--b);border:1px solid var(--l);border-radius:8px}textarea{min-height:84px}input[type=radio],input[type=checkbox]{width:22px;height:22px;flex:none;accent-color:var(--a)}',
  '.n{display:flex;justify-content:space-between}.n label{flex-direction:column;gap:4px;padding:6px 10px}button,.g{display:block;width:100%;min-height:52px;margin-top:14px;padding:12px;font:inherit;font-size:18px;font-weight:600;text-align:center;text-decoration:none;color:var(--t);background:var(--a);border:0;border-radius:10px;cursor:pointer}',
  '.g+.s{margin-top:6px}.g+.o{margin-top:10px}ul+.s{margin-top:16px}input[type=hidden]+button{margin-top:4px}.c{background:none;border:1px solid var(--a);padding:11px}a.g.c,button.c{color:var(--m)}.p a{display:inline-block;padding:9px 16px 9px 0}.e{color:var(--r);font-size:15px;margin:4px 0}a{color:var(--m)}a.g{color:var(--t)}.h{position:absolute;left:-9999px}.k{font-size:28px;font-weight:700;letter-spacing:.02em}.t{list-style:none;padding:0}.t li{padding:0 0 12px 16px;border-left:2px solid var(--l);position:relative}.t li::before{content:"";position:absolute;left:-6px;top:7px;width:10px;height:10px;border-radius:5px;background:var(--a)}.t .q{margin:4px 0 0;padding:8px 12px}label.z{display:flex;gap:10px;font-weight:400;align-items:flex-start;margin-top:16px}:focus-visible{outline:3px solid var(--a);outline-offset:2px}progress{display:block;width:100%;height:10px;margin:6px 0 14px;accent-color:var(--a)}',
].join('');

const hashOf = (sheet: string): string => `sha256-${createHash('sha256').update(sheet).digest('base64')}`;
export const styleHashes = [style, checkStyle, answersStyle, walkStyle].map(hashOf);
