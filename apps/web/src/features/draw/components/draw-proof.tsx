import { lockHash, specHash } from '@core/draw';
import { useMemo } from 'react';
import type { Draw } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { QrCode } from '../../../shared/ui/qr-code';
import { VerifyBadge } from '../../../shared/ui/verify-badge';
import { drawCheck } from '../draw-check';
import { recordsOf } from '../records';
import { roundCodeText } from '../round-code';

const PARTIES = ['platform', 'supervisor', 'tenderer'] as const;

/** What the result follows from, and the button that computes it again. */
export function DrawProof({ draw }: { readonly draw: Draw }) {
  const t = useT();
  const records = useMemo(() => recordsOf(draw), [draw]);
  const check = useMemo(() => drawCheck(t, records), [t, records]);
  const { spec, lock, reveals, result, final } = records;
  const nonceOf = (party: string) =>
    (reveals.find((one) => one.id === party) ?? lock?.inputs.find((one) => one.id === party))
      ?.nonce;
  return (
    <Card title={t('draw.proof')}>
      <dl className="facts">
        {spec === null ? null : (
          <>
            <dt>{t('draw.pool')}</dt>
            <dd>
              {spec.pool.kind === 'rows' ? (
                <>
                  {t('draw.poolSize', { size: spec.pool.size })}{' '}
                  <Fingerprint digest={spec.pool.root} />
                </>
              ) : (
                t('draw.poolSize', { size: spec.pool.values.length })
              )}
            </dd>
            <dt>{t('draw.specHash')}</dt>
            <dd>
              <Fingerprint digest={specHash(spec)} />
            </dd>
          </>
        )}
        {lock === null ? null : (
          <>
            <dt>{t('draw.lockHash')}</dt>
            <dd>
              <Fingerprint digest={lockHash(lock)} />
            </dd>
          </>
        )}
        {PARTIES.map((party) => {
          const nonce = nonceOf(party);
          return (
            <div key={party} className="facts__pair">
              <dt>{t('draw.nonceOf', { party: t(`drawParty.${party}`) })}</dt>
              <dd>{nonce === undefined ? t('draw.sealed') : <Fingerprint digest={nonce} />}</dd>
            </div>
          );
        })}
        {final === null ? null : (
          <>
            <dt>
              {final.final.kind === 'drand'
                ? t('draw.round', { round: final.final.round })
                : t('draw.dice')}
            </dt>
            <dd>
              {final.final.kind === 'drand' ? (
                <>
                  <Fingerprint digest={final.final.randomness} />
                  {'signature' in final ? (
                    <QrCode
                      text={roundCodeText(final.final.round, final.signature)}
                      label={t('draw.roundCode', { round: final.final.round })}
                      size={160}
                    />
                  ) : null}
                </>
              ) : (
                <span className="number">{final.final.symbols.split(',').join(' ')}</span>
              )}
            </dd>
          </>
        )}
        {result === null ? null : (
          <>
            <dt>{t('draw.seed')}</dt>
            <dd>
              <Fingerprint digest={result.seed} />
            </dd>
          </>
        )}
      </dl>
      <VerifyBadge
        label={t('draw.verify')}
        check={check}
        {...(result === null ? { unavailable: t('draw.notYet') } : {})}
      />
    </Card>
  );
}
