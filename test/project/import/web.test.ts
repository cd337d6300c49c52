import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isPublic } from '../../../src/project/import/address.ts';
import { fetchPage } from '../../../src/project/import/web.ts';

/** A server on the loopback for the time of one test; `base` is its address without a path. */
async function serving(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

const OPEN = { allowPrivate: true };

test('a page comes with its address after redirects, its type and its charset', async () => {
  await using server = await serving((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/new%20page' }).end();
    else
      response
        .writeHead(200, { 'content-type': 'Text/HTML; charset="iso-8859-1"' })
        .end('<p>Words');
  });
  expect(await fetchPage(`${server.base}/old`, OPEN)).toEqual({
    kind: 'page',
    bytes: Buffer.from('<p>Words'),
    url: `${server.base}/new%20page`,
    type: 'text/html',
    charset: 'iso-8859-1',
  });
});

test('a packed page is unpacked', async () => {
  await using server = await serving((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('Words'));
  });
  expect(await fetchPage(server.base, OPEN)).toMatchObject({
    bytes: Buffer.from('Words'),
    type: null,
  });
});

test('nothing of this machine or its network is asked, by name or by number', async () => {
  let asked = 0;
  await using server = await serving((_, response) => {
    asked++;
    response.end();
  });
  const port = new URL(server.base).port;
  for (const host of [
    '127.0.0.1',
    'localhost',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '10.0.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '[fe80::1]',
    '0.0.0.0',
  ]) {
    expect(await fetchPage(`http://${host}:${port}/`)).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(/private address\. --allow-private/),
    });
  }
  expect(asked).toBe(0);
});

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.0.1', false],
  ['100.64.0.1', false],
  ['169.254.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['fc00::1', false],
  ['fe80::1%eth0', false],
  ['2002:7f00:1::', false],
  ['nonsense', false],
  ['8.8.8.8', true],
  ['::ffff:8.8.8.8', true],
  ['2606:4700::1111', true],
])('%s is public: %s', (address, expected) => expect(isPublic(address)).toBe(expected));

test.each([
  ['a circle', '/circle', 'redirects in a circle'],
  ['too many', '/1', 'more than 10 redirects'],
  ['to a file', '/file', 'file:// cannot be read, only http:// and https://'],
  ['not found', '/missing', 'the server answers 404 Not Found'],
])('redirects: %s', async (_, path, reason) => {
  await using server = await serving(({ url = '' }, response) => {
    const next =
      url === '/circle'
        ? '/circle'
        : url === '/file'
          ? 'file:///etc/passwd'
          : `/${Number(url.slice(1)) + 1}`;
    if (url === '/missing') response.writeHead(404).end();
    else response.writeHead(301, { location: next }).end();
  });
  expect(await fetchPage(`${server.base}${path}`, OPEN)).toEqual({ kind: 'refused', reason });
});

test('a page that is too large is not read to its end, whether it says so or not', async () => {
  let sent = 0;
  await using server = await serving(({ url }, response) => {
    if (url === '/said') response.writeHead(200, { 'content-length': '500000000' });
    const more = () => {
      while (sent < 500_000_000 && response.write(Buffer.alloc(100_000))) sent += 100_000;
    };
    response.on('drain', more);
    more();
  });
  for (const path of ['/said', '/unsaid'])
    expect(await fetchPage(`${server.base}${path}`, { ...OPEN, most: 2_000_000 })).toEqual({
      kind: 'refused',
      reason: 'larger than 2 MB',
    });
  expect(sent).toBeLessThan(50_000_000);
});

test('a small packed page that is a large one is not unpacked to its end', async () => {
  const packed = gzipSync(Buffer.alloc(20_000_000));
  await using server = await serving((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  });
  expect(await fetchPage(server.base, { ...OPEN, most: 1_000_000 })).toEqual({
    kind: 'refused',
    reason: 'larger than 1 MB',
  });
});

test('a server that never answers is given up', async () => {
  await using server = await serving(() => {});
  expect(await fetchPage(server.base, { ...OPEN, patience: 50 })).toEqual({
    kind: 'refused',
    reason: 'not read within 0 s',
  });
});

test.each([
  ['http://', 'is no address'],
  ['gopher://example.org', 'cannot be read'],
  ['http://127.0.0.1:1/', 'nobody answers there'],
])('%s is refused', async (address, reason) => {
  expect(await fetchPage(address, OPEN)).toEqual({
    kind: 'refused',
    reason: expect.stringContaining(reason),
  });
});
