import { Body, Controller, Get, Header, Param, Post, Query, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import { Config, DomainError } from '@server/platform';
import { savedOf, Subscribe } from '@server/subscription';
import { Public } from '../http/access';
import { webFolder } from '../http/web-files';
import { askedPage, endedPage, refusedPage, subscriptionPage } from './content/subscription-pages';
import { readPageQuery } from './frame/page-query';
import { documentOf, readTemplate, type ReadingPage } from './frame/shell';
import type { Language } from './frame/words';

const HTML = 'text/html; charset=utf-8';
const SECRET = /^[0-9a-f]{48}$/;
const REASONS = ['address', 'no_mail', 'not_found'] as const;

type Form = Readonly<Record<string, unknown>>;

/** New notices by mail, asked for, confirmed and ended with plain forms. */
@ApiExcludeController()
@Controller('subscriptions')
export class SubscriptionsController {
  private readonly template = readTemplate(webFolder());

  constructor(
    private readonly config: Config,
    private readonly subscribe: Subscribe,
    private readonly adapter: HttpAdapterHost,
  ) {}

  @Post()
  @Public()
  @Header('content-type', HTML)
  async ask(
    @Body() form: Form | undefined,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<string> {
    const { language, asked, text } = readPageQuery(form ?? {});
    return this.answer(language, response, async () => {
      await this.subscribe.ask({
        address: text('mail', 200) ?? '',
        language,
        search: savedOf(asked),
      });
      return askedPage(language);
    });
  }

  @Get(':secret')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  async manage(
    @Param('secret') secret: string,
    @Query() query: Form,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<string> {
    const { language } = readPageQuery(query);
    return this.answer(language, response, async () => {
      const row = SECRET.test(secret) ? await this.subscribe.find(secret) : null;
      if (!row) throw new DomainError('subscription.not_found');
      const asked = Object.values(row.search).join(' ');
      return subscriptionPage(language, secret, { asked, isConfirmed: row.confirmedAt !== null });
    });
  }

  @Post(':secret/confirm')
  @Public()
  @Header('content-type', HTML)
  async confirm(
    @Param('secret') secret: string,
    @Body() form: Form | undefined,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<string> {
    const { language } = readPageQuery(form ?? {});
    return this.answer(language, response, async () => {
      await this.subscribe.confirm(secret);
      const row = await this.subscribe.find(secret);
      const asked = Object.values(row?.search ?? {}).join(' ');
      return subscriptionPage(language, secret, { asked, isConfirmed: true });
    });
  }

  /** Also what a mail program's own button calls (RFC 8058). */
  @Post(':secret/end')
  @Public()
  @Header('content-type', HTML)
  async end(
    @Param('secret') secret: string,
    @Body() form: Form | undefined,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<string> {
    const { language } = readPageQuery(form ?? {});
    return this.answer(language, response, async () => {
      await this.subscribe.end(secret);
      return endedPage(language);
    });
  }

  private async answer(
    language: Language,
    response: unknown,
    make: () => Promise<ReadingPage>,
  ): Promise<string> {
    let page: ReadingPage;
    let status = 200;
    try {
      page = await make();
    } catch (error) {
      const reason = REASONS.find(
        (one) => error instanceof DomainError && error.code === `subscription.${one}`,
      );
      if (!reason) throw error;
      status = reason === 'not_found' ? 404 : reason === 'address' ? 400 : 409;
      page = refusedPage(language, reason);
    }
    this.adapter.httpAdapter.status(response, status);
    const { PLATFORM_NAME } = this.config.settings;
    return documentOf(
      { url: this.config.publicUrl, publisher: PLATFORM_NAME, template: this.template },
      page,
    );
  }
}
