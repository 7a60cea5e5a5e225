import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Draw } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Note } from '../../../shared/ui/note';
import { PartySignatures } from './party-signatures';
import { contributeStep, makeSecrets, secretsOf, type Party } from '../contribution';

/** A contributor's place: one press, then each step is done when its turn comes. */
export function ContributeCard({ draw, party }: { readonly draw: Draw; readonly party: Party }) {
  const t = useT();
  const refresh = useRefresh();
  const [taking, setTaking] = useState(() => secretsOf(draw.id, party) !== null);
  const contribution = useMutation({
    mutationFn: () => contributeStep(draw, party, makeSecrets(draw.id, party)),
    onSettled: refresh,
  });
  const done = useRef('');
  const { step, waitingFor } = draw.next;
  const wanted = waitingFor.includes(party);
  const enrolled = draw.enrolled.some((one) => one.id === party);
  const contribute = useEffectEvent(() => {
    // The page asks for the draw every two seconds; one answer to each step is enough.
    if (done.current === step) return;
    done.current = step;
    contribution.mutate();
  });
  // What was thrown is signed by a press of its own: whoever signs must have looked.
  const isAutomatic = step !== 'countersign';
  useEffect(() => {
    if (taking && wanted && isAutomatic) contribute();
  }, [taking, wanted, isAutomatic, step]);
  const secrets = taking ? secretsOf(draw.id, party) : null;
  if (step === 'none') return null;
  return (
    <Card title={t('draw.contribute')}>
      {contribution.isError ? (
        <ErrorNote error={contribution.error} onRetry={() => contribution.mutate()} />
      ) : null}
      {!taking && enrolled ? (
        <Note tone="bad">{t('draw.lost')}</Note>
      ) : taking ? (
        <>
          {isAutomatic ? (
            <Note tone="info">{wanted ? t('draw.contributing') : t('draw.done')}</Note>
          ) : null}
          {secrets === null ? null : (
            <PartySignatures draw={draw} party={party} secrets={secrets} />
          )}
        </>
      ) : (
        <>
          <p className="small muted">{t('draw.contributeLead')}</p>
          <div>
            <Button type="primary" size="large" disabled={!wanted} onClick={() => setTaking(true)}>
              {t('draw.contribute')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
