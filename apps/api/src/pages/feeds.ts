import type { TenderCardView } from '../portal/portal.view';
import { html, type Markup } from './frame/html';

/** Where a feed comes from. */
export interface FeedSource {
  readonly url: string;
  readonly publisher: string;
}

/** A notice in a feed. */
export interface FeedNotice {
  readonly id: string;
  readonly tenderId: string;
  readonly title: string;
  readonly publishedAt: string;
}

function link(source: FeedSource, notice: FeedNotice): string {
  return `${source.url}/tenders/${notice.tenderId}#${notice.id}`;
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The newest notices as Atom 1.0 (RFC 4287). */
export function atomFeed(source: FeedSource, notices: readonly FeedNotice[]): string {
  const body: Markup = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
    <title>${source.publisher} 交易公告</title>
    <id>${source.url}/feeds/notices.atom</id>
    <link rel="self" type="application/atom+xml" href="${source.url}/feeds/notices.atom" />
    <link rel="alternate" type="text/html" href="${source.url}/tenders" />
    <author><name>${source.publisher}</name></author>
    <updated>${notices[0]?.publishedAt ?? '1970-01-01T00:00:00.000Z'}</updated>
    ${notices.map(
      (one) =>
        html`<entry
          ><title>${one.title}</title><id>urn:uuid:${one.id}</id
          ><link href="${link(source, one)}" /><updated>${one.publishedAt}</updated></entry
        > `,
    )}</feed
  >`;
  return XML + body.text;
}

/** The same as RSS 2.0. */
export function rssFeed(source: FeedSource, notices: readonly FeedNotice[]): string {
  const body = html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${source.publisher} 交易公告</title>
<link>${source.url}/tenders</link>
<atom:link rel="self" type="application/rss+xml" href="${source.url}/feeds/notices.rss"/>
<description>${source.publisher} 交易公告</description>
<language>zh-cn</language>
${notices.map(
  (
    one,
  ) => html`<item><title>${one.title}</title><link>${link(source, one)}</link><guid isPermaLink="false">urn:uuid:${one.id}</guid><pubDate>${new Date(one.publishedAt).toUTCString()}</pubDate></item>
`,
)}</channel></rss>`;
  return XML + body.text;
}

/** One page of the site map: its fixed pages (on the first) and tenders. */
export function siteMap(
  url: string,
  fixed: readonly string[],
  tenders: readonly Pick<TenderCardView, 'id'>[],
): string {
  const body = html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    ${[...fixed, ...tenders.map((one) => `/tenders/${one.id}`)].map(
      (path) => html`<url><loc>${url}${path}</loc></url> `,
    )}</urlset
  >`;
  return XML + body.text;
}
