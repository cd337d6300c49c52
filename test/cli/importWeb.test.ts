import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { importIn, PARAGRAPH } from './imports.ts';
import { linesOf } from './invoke.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Of a page</title><meta charset="iso-8859-1"></head><body><nav>Menu</nav>
<article>${`<p>${PARAGRAPH} caf\u00E9</p>`.repeat(6)}</article></body></html>`;

/** Plays the web: one page, one that goes round in circles, one that is missing. */
async function web() {
  const server = createServer((request, response) => {
    if (request.url === '/page')
      response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.from(PAGE, 'latin1'));
    else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
    else response.writeHead(404).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    [Symbol.dispose]: () => void server.close().closeAllConnections(),
  };
}

test('a page from the web and the same page as a file give the same text', async () => {
  using server = await web();
  using project = makeProject({});
  using other = makeProject({});
  project.write('page.html', Buffer.from(PAGE, 'latin1'));
  const fromFile = await importIn(project, ['page.html']);
  const fromWeb = await importIn(other, [`${server.base}/page`, '--allow-private']);
  expect(fromFile.stdout).toBe('of-a-page  6 paragraphs, 1 left out  page.html\n');
  expect(fromWeb.stdout).toBe(`of-a-page  6 paragraphs, 1 left out  ${server.base}/page\n`);
  const bodyOf = (text: string) => text.slice(text.indexOf('---\n', 4));
  expect(bodyOf(other.read('texts/of-a-page.md'))).toBe(bodyOf(project.read('texts/of-a-page.md')));
  expect(other.read('texts/of-a-page.md')).toContain(`source: "${server.base}/page"\n`);
  expect(other.read('texts/.originals/of-a-page.html')).toBe(
    project.read('texts/.originals/of-a-page.html'),
  );
  expect(bodyOf(other.read('texts/of-a-page.md'))).toContain('caf\u00E9');
});

test('what cannot be fetched is one line each, and the rest is imported', async () => {
  using server = await web();
  using project = makeProject({});
  const { base } = server;
  const words = [`${base}/round`, `${base}/missing`, 'file:///etc/passwd', `${base}/page`];
  const { status, stdout, stderr } = await importIn(project, [...words, '--allow-private']);
  expect(status).toBe(1);
  expect(linesOf(stdout)).toHaveLength(1);
  expect(linesOf(stderr)).toEqual([
    `of-a-page: read as windows-1252`,
    `marginalia: ${base}/round: redirects in a circle`,
    `marginalia: ${base}/missing: the server answers 404 Not Found`,
    'marginalia: file:///etc/passwd: file:// cannot be read, only http:// and https://',
    'Imported 1 text; 1 paragraph left out, all kept in texts/.originals/; 3 refused',
  ]);
});

test('private addresses are refused unless they are asked for', async () => {
  using server = await web();
  using project = makeProject({});
  const { status, stderr } = await importIn(project, [`${server.base}/page`]);
  expect(status).toBe(1);
  expect(linesOf(stderr)[0]).toBe(
    `marginalia: ${server.base}/page: 127.0.0.1 is a private address. --allow-private reads it all the same`,
  );
});
