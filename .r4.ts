import { DESK, openBrowser, PHONE, signIn, visit } from './test/support/browser.ts';
const origin = 'http://127.0.0.1:4430';
const browser = await openBrowser();
const out = '/tmp/r4shots';
const logs: string[] = [];
const pages: [string, string][] = [
  ['workflows', '/workflows'], ['workflow', '/workflows/complaint'], ['templates', '/templates'], ['forms', '/forms'], ['exchange', '/exchange'],
  ['gallery', '/workflow-gallery'], ['simulate', '/workflows/complaint/simulate'], ['audit', '/audit'], ['routing', '/routing'], ['coverage', '/coverage'],
];
const only = process.argv[2]?.split(',');
for (const [size, language, dark] of [[DESK, 'zh-CN', false], [PHONE, 'en', false], [DESK, 'en', true], [PHONE, 'zh-CN', false]] as const) {
  const context = await visit(browser, { size, language });
  const page = await context.newPage();
  if (dark) await page.emulateMedia({ colorScheme: 'dark' });
  page.on('console', (m) => logs.push(`${m.type()} ${page.url()} ${m.text()}`));
  page.on('pageerror', (e) => logs.push(`pageerror ${page.url()} ${e.message}`));
  await signIn(page, { origin }, 'administrator');
  for (const [name, path] of pages) {
    if (only && !only.includes(name)) continue;
    await page.goto(origin + path);
    await page.locator('#main h1, #main .state').first().waitFor();
    await page.waitForTimeout(900);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) logs.push(`wide ${name} ${size.width} ${wide}`);
    await page.screenshot({ path: `${out}/${name}-${size.width}-${language}${dark ? '-dark' : ''}.png` });
  }
  await context.close();
}
await browser.close();
console.log([...new Set(logs)].join('\n'));
