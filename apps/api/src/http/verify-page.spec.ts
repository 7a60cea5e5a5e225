import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mountVerifyPage } from './verify-page';

@Module({})
class Nothing {}

describe('the offline verifier on the platform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-page-'));
  const html = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'sha256-x='" />`;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    writeFileSync(join(folder, 'verify.html'), html);
    writeFileSync(join(folder, 'verify.html.sha256'), 'ab  verify.html\n');
    app = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter(), {
      logger: false,
    });
    mountVerifyPage(app, join(folder, 'missing.html'));
    mountVerifyPage(app, join(folder, 'verify.html'));
    await app.init();
  });
  afterAll(() => app.close());

  it('is the file itself, under the policy it carries', async () => {
    const answer = await app.inject({ url: '/verify.html' });
    expect(answer.body).toBe(html);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'sha256-x='; frame-ancestors 'none'",
    );
  });

  it('comes with its digest', async () => {
    const answer = await app.inject({ url: '/verify.html.sha256' });
    expect(answer.body).toBe('ab  verify.html\n');
  });
});
