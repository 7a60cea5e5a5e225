import { isAwarded, PASS_OVER_GROUNDS, type PassOverGround } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Result, TenderDetail } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { Money } from '../../shared/ui/money';
import { RecordList } from '../../shared/ui/record-list';
import { isDivided } from '../lot/lots';
import { drawsOfTender, publicPanel, result } from './queries';

function groundOf(ground: string): PassOverGround {
  return PASS_OVER_GROUNDS.find((one) => one === ground) ?? 'violation';
}

/** What the evaluation led to: candidates, winner, panel. Nothing is here before its moment. */
export function ResultCard({ tender }: { readonly tender: TenderDetail }) {
  const decided = tender.state === 'publicity' || isAwarded(tender.state);
  const query = useQuery({ ...result(tender.id), enabled: decided });
  if (query.data === undefined || query.data.candidates.length === 0) return null;
  return <Decided tender={tender} result={query.data} />;
}

function Decided({
  tender,
  result: { awards, candidates },
}: {
  readonly tender: TenderDetail;
  readonly result: Result;
}) {
  const t = useT();
  const divided = isDivided(tender);
  return (
    <>
      {awards.map((award) => (
        <Card
          key={award.lot}
          title={
            divided
              ? `${t('result.award')} · ${t('lot.number', { number: award.lot })}`
              : t('result.award')
          }
        >
          <p>
            <b>{award.name}</b>
          </p>
          {award.priceFen === null ? null : <Money fen={award.priceFen} capitals size="l" />}
          <p className="small muted number">
            {t('result.awardedAt', { at: dateTime(award.awardedAt) })}
          </p>
        </Card>
      ))}
      <Card flush title={t('result.candidates')} aside={<PublishedUntil tender={tender} />}>
        <RecordList
          caption={t('result.candidates')}
          rows={candidates}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'rank',
              title: t('result.rank'),
              place: 'chips',
              cell: (row) =>
                (divided ? `${t('lot.number', { number: row.lot })} · ` : '') +
                (row.rank === null ? t('result.unranked') : t('result.rankOf', { rank: row.rank })),
            },
            {
              key: 'name',
              title: t('result.name'),
              place: 'title',
              cell: (row) => (
                <>
                  {row.name}
                  {row.passedOver === null ? null : (
                    <span className="small muted">
                      {' '}
                      {t('result.passedOver', {
                        ground: t(`passOver.${groundOf(row.passedOver)}`),
                      })}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'price',
              title: t('result.price'),
              place: 'main',
              align: 'end',
              cell: (row) =>
                row.priceFen === null ? t('common.none') : <Money fen={row.priceFen} capitals />,
            },
          ]}
        />
      </Card>
      <Panel tenderId={tender.id} />
    </>
  );
}

/** Until when the candidates are public: one day for all, or one for each lot whose candidates were published anew. */
function PublishedUntil({ tender: { lots } }: { readonly tender: TenderDetail }) {
  const t = useT();
  const known = lots.flatMap(({ number, publicityUntil }) =>
    publicityUntil === null ? [] : [{ number, at: publicityUntil }],
  );
  const [first] = known;
  if (first === undefined) return null;
  const isOne = known.every(({ at }) => at === first.at);
  return (isOne ? [first] : known).map(({ number, at }) => (
    <p key={number} className="small muted">
      {isOne ? '' : `${t('lot.number', { number })} · `}
      {t('result.until', { at: dateTime(at) })}
    </p>
  ));
}

function Panel({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const { data } = useQuery(publicPanel(tenderId));
  const members = data?.members ?? [];
  if (members.length === 0) return null;
  return (
    <Card flush title={t('result.panel')}>
      <RecordList
        caption={t('result.panel')}
        rows={members}
        rowKey={(row) => String(row.seat)}
        columns={[
          { key: 'seat', title: t('result.panelSeat'), cell: (row) => row.seat },
          { key: 'name', title: t('result.panelName'), place: 'title', cell: (row) => row.name },
          { key: 'employer', title: t('result.panelEmployer'), cell: (row) => row.employer },
        ]}
      />
    </Card>
  );
}

/** The draws of a tender, each with its public proof. */
export function DrawLinks({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const { data } = useQuery({ ...drawsOfTender(tender.id), enabled: tender.state !== 'draft' });
  if (data === undefined || data.length === 0) return null;
  return (
    <Card title={t('result.draws')}>
      <ul>
        {data.map((draw) => (
          <li key={draw.id}>
            <Link to="/draws/$drawId" params={{ drawId: draw.id }}>
              {t('result.drawOf', {
                purpose: t(`drawPurpose.${draw.purpose}`),
                attempt: draw.attempt,
              })}
            </Link>{' '}
            <span className="small muted">{t(`drawState.${draw.state}`)}</span>
          </li>
        ))}
      </ul>
      <Exclusions tenderId={tender.id} />
    </Card>
  );
}

/** How many experts were left out of the pool, by reason: public from the opening on. */
function Exclusions({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const { data } = useQuery(publicPanel(tenderId));
  const exclusions = data?.exclusions ?? [];
  if (exclusions.length === 0) return null;
  return (
    <p className="small muted">
      {t('result.exclusions', {
        counts: exclusions
          .map(({ reason, count }) => t(`exclusion.${reason}`, { count }))
          .join(t('list.comma')),
      })}
    </p>
  );
}
