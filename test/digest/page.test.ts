import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCRIPT } from '../../src/digest/html/filter.ts';
import { renderHtml } from '../../src/digest/html/page.ts';
import { BrowserPage, chromium } from './browser.ts';
import { example, record, theme } from './example.ts';

const WORDS = 'the 中 keeper’s-very-long-word-'.repeat(8);
const HTML = renderHtml({
  ...example,
  texts: example.texts.map(one =>
    one.id === 'unused' ? { ...one, title: `A long title of ${WORDS}` } : one,
  ),
  themes: [...example.themes, theme(`A theme of a very long name, ${WORDS}`, { mark: '◆' })],
  records: [...example.records, record(30, { quote: `${WORDS}\nline`, memo: WORDS })],
});

test('the script of the page asks for nothing that is not in it', () => {
  const ids = Array.from(SCRIPT.matchAll(/getElementById\('([^']+)'\)/g), match => match[1]);
  expect(ids).toEqual(['filter', 'shown']);
  for (const id of ids) expect(HTML).toContain(`id="${id}"`);
});

// A browser is not part of what a developer must have: where there is none, these are not declared.
if (chromium === null) console.info('no Chromium here: the page is not opened in one');
else {
  describe('in Chromium', () => {
    const folder = mkdtempSync(join(tmpdir(), 'marginalia-page-'));
    const url = pathToFileURL(join(folder, 'd.html')).href;
    let page: BrowserPage;
    const shown = () => page.ask("document.getElementById('shown').textContent");
    const visible = (selector: string) =>
      page.ask(
        `[...document.querySelectorAll('${selector}')].filter(one => one.checkVisibility()).length`,
      );
    const set = (name: string, value: string) =>
      page.ask(
        `{ const one = document.querySelector('[name=${name}]'); one.value = ${JSON.stringify(value)}; one.dispatchEvent(new Event('input', { bubbles: true })); }`,
      );

    beforeAll(async () => {
      writeFileSync(join(folder, 'd.html'), HTML);
      page = await BrowserPage.open(chromium ?? '');
      await page.goto(url);
    }, 60_000);
    afterAll(async () => {
      await page[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    });

    test('its own script and style are allowed, and it asks nobody for anything', async () => {
      expect(await shown()).toBe('6 of 6 passages');
      expect(await page.ask("getComputedStyle(document.querySelector('main')).maxWidth")).not.toBe(
        'none',
      );
      expect(page.events.filter(({ method }) => method === 'Log.entryAdded')).toEqual([]);
      const asked = page.events.filter(({ method }) => method === 'Network.requestWillBeSent');
      expect(
        asked.map(({ params }) => (params?.request as { url?: string } | undefined)?.url),
      ).toEqual([url]);
    });

    test('a foreign script does not run', async () => {
      await page.ask(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.bad=1\">')",
      );
      await page.ask(
        "{ const s = document.createElement('script'); s.textContent = 'window.bad=1'; document.body.append(s); }",
      );
      expect(await page.ask('window.bad')).toBeUndefined();
      await page.goto(url);
    });

    test('is filtered by transcript, coder, words and theme; sections left empty go', async () => {
      expect(await visible('article.passage')).toBe(6);
      const sections = await visible('main>h2');
      await set('text', 'interview -- 3');
      expect(await shown()).toBe('2 of 6 passages');
      expect(await visible('main>h2')).toBeLessThan(Number(sections));
      await set('text', '');
      await set('coder', 'bea');
      expect(await shown()).toBe('2 of 6 passages');
      await set('coder', '');
      await set('words', 'LOW   water');
      expect(await shown()).toBe('1 of 6 passages');
      await set('words', '');
      await page.ask("document.querySelector('[name=theme][value=tides]').click()");
      expect(await shown()).toBe('2 of 6 passages');
      await page.ask("document.querySelector('[name=theme][value=tides]').click()");
      expect(await visible('main>h2')).toBe(sections);
    });

    test('is usable by keys: Tab comes to the filter, Space chooses', async () => {
      const here = () =>
        page.ask('document.activeElement.name ?? document.activeElement.className');
      const seen: unknown[] = [];
      for (let i = 0; i < 20 && (await here()) !== 'theme'; i++) {
        await page.press('Tab');
        seen.push(await here());
      }
      expect(seen).toContain('wide');
      expect(await page.ask("document.activeElement.matches(':focus-visible')")).toBe(true);
      await page.press(' ', 'Space');
      expect(await shown()).not.toBe('6 of 6 passages');
      await page.press(' ', 'Space');
      expect(await shown()).toBe('6 of 6 passages');
    });

    test.each([1280, 360])('nothing stands out of a window of %d', async width => {
      await page.size(width);
      expect(await page.ask('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });

    test('has a light and a dark ground, on which words can be read', async () => {
      const look = () =>
        page.ask(
          'JSON.stringify([getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color])',
        );
      const grounds: unknown[] = [];
      for (const value of ['light', 'dark']) {
        await page.send('Emulation.setEmulatedMedia', {
          features: [{ name: 'prefers-color-scheme', value }],
        });
        grounds.push(JSON.parse(String(await look())));
      }
      expect(grounds).toEqual([
        ['rgb(251, 250, 246)', 'rgb(22, 24, 29)'],
        ['rgb(20, 22, 27)', 'rgb(244, 241, 232)'],
      ]);
    });

    test('on paper there is no form, and every passage', async () => {
      await page.send('Emulation.setEmulatedMedia', { media: 'print' });
      expect(await visible('form')).toBe(0);
      expect(await visible('article.passage')).toBe(6);
    });
  });
}
