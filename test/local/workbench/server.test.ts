import { request } from 'node:http';
import { LIBRARIES } from '../../../src/local/workbench/assets.ts';
import { type RunningWorkbench, startWorkbench } from '../../../src/local/workbench/index.ts';
import { demoMachine } from '../../browser/workbench-addon.ts';

let bench: RunningWorkbench;

beforeAll(async () => {
  bench = await startWorkbench({ port: 0, language: 'zh-CN', title: '</script><b>' });
});
afterAll(() => bench.close());

type Answer = { status: number; body: string; headers: Record<string, unknown> };

function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  const { port } = new URL(bench.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode!, body: text, headers: response.headers }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const tokenOf = (html: string) => /"token":"([^"]+)"/.exec(html)![1]!;

test('it listens on the loopback address alone', () => {
  expect(new URL(bench.url).hostname).toBe('127.0.0.1');
});

test('the page is there before the spreadsheet is', async () => {
  expect((await ask('GET', '/')).status).toBe(200);
  expect((await ask('GET', '/workbook')).status).toBe(503);
});

test('texts in the page stay text', async () => {
  const { body } = await ask('GET', '/');
  expect(body).not.toContain('</script><b>');
  expect(body).toContain('<html lang="zh-CN">');
});

test('a request under another name is refused, as after DNS rebinding', async () => {
  expect((await ask('GET', '/', { host: 'evil.example' })).status).toBe(403);
});

test('other methods than GET and POST are refused, with the token, too', async () => {
  const { body } = await ask('GET', '/');
  const answer = await ask('PUT', '/undo', { 'x-workbench-token': tokenOf(body) }, '{}');
  expect([answer.status, answer.body]).toEqual([405, '{"error":"Only GET and POST are answered."}']);
});

test('a change needs the token of the page', async () => {
  bench.ready(demoMachine());
  const { body } = await ask('GET', '/');
  expect((await ask('POST', '/undo', {}, '{}')).status).toBe(403);
  expect((await ask('POST', '/undo', { 'x-workbench-token': 'wrong' }, '{}')).status).toBe(403);
  expect((await ask('POST', '/undo', { 'x-workbench-token': tokenOf(body) }, '{}')).status).toBe(200);
  expect((await ask('POST', '/undo', { 'x-workbench-token': tokenOf(body) }, 'not JSON')).status).toBe(400);
  expect((await ask('POST', '/constructor', { 'x-workbench-token': tokenOf(body) }, '{}')).status).toBe(404);
});

test('only the files of the table are served from packages', async () => {
  expect((await ask('GET', '/library/@odoo/owl/dist/owl.iife.min.js')).status).toBe(200);
  expect((await ask('GET', '/library/@odoo/owl/package.json')).status).toBe(404);
  expect((await ask('GET', '/library/%2e%2e/%2e%2e/package.json')).status).toBe(404);
});

test('the notice names every library with its licence, whose text is there', async () => {
  const { body } = await ask('GET', '/notice');
  for (const { name, licenceFile } of LIBRARIES) {
    expect(body).toContain(`<td>${name}</td>`);
    if (licenceFile) expect((await ask('GET', `/licences/${name}`)).body.length).toBeGreaterThan(500);
  }
});

test('a page of the add-on that is not shown is not there', async () => {
  expect((await ask('GET', '/addon/none')).status).toBe(404);
});
