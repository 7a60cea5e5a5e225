import type { LotteryPlace } from '@core/lottery';
import { useState } from 'react';
import type { Lottery } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Drum, useDrumScene } from '../../../shared/ui/drum';
import type { DrawTimeline, DrumScene } from '../../../shared/ui/drum-scene';
import { fingerprintGroups } from '../../../shared/ui/fingerprint-groups';
import { Icon } from '../../../shared/ui/icon';
import { QrCode } from '../../../shared/ui/qr-code';

interface LotteryStageProps {
  readonly lottery: Lottery;
  readonly timeline: DrawTimeline;
  readonly order: readonly LotteryPlace[];
  readonly seed: string | null;
  readonly nowOf: () => number;
}

/** Drum, winner, proof, and all who take part. */
export function LotteryStage({ lottery, timeline, order, seed, nowOf }: LotteryStageProps) {
  const [clock] = useState(() => nowOf);
  const scene = useDrumScene(timeline, clock);
  return (
    <>
      <div className="lottery">
        <Drum scene={scene} total={timeline.numbers.length} />
        <Drawn scene={scene} order={order} />
        <Proof scene={scene} seed={seed} drawId={lottery.drawId} />
      </div>
      <Participants lottery={lottery} scene={scene} />
    </>
  );
}

function Drawn({
  scene,
  order,
}: {
  readonly scene: DrumScene;
  readonly order: readonly LotteryPlace[];
}) {
  const t = useT();
  const shown = scene.drawn.filter((ball) => ball.arrived >= 1);
  const [winner] = shown;
  const nameOf = (number: number) => order.find((one) => Number(one.number) === number)?.name;
  return (
    <div className="lottery__drawn" aria-live="polite">
      {winner === undefined ? null : (
        <>
          <p className="lottery__word">{t('lottery.winner')}</p>
          <p className="lottery__number number">{winner.number}</p>
          <p className="lottery__name">{winner.named ? nameOf(winner.number) : ''}</p>
        </>
      )}
      <ol className="lottery__alternates">
        {shown.slice(1).map((ball, index) => (
          <li key={ball.number}>
            <b className="number">{ball.number}</b>
            <span>{t('lottery.alternate', { at: index + 1 })}</span>
            <span>{ball.named ? nameOf(ball.number) : ''}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const PROOF = ['listLocked', 'three', 'opened', 'seed'] as const;

function Proof({
  scene,
  seed,
  drawId,
}: {
  readonly scene: DrumScene;
  readonly seed: string | null;
  readonly drawId: string | null;
}) {
  const t = useT();
  const groups = seed === null ? null : fingerprintGroups(seed);
  return (
    <aside className="lottery__proof">
      <h2>{t('lottery.anyone')}</h2>
      <ol>
        {PROOF.map((step, index) => {
          const done = index < scene.proved;
          return (
            <li key={step} className={done ? 'lottery__step--done' : ''}>
              <Icon name={done ? 'check' : 'dash'} />
              <span>
                {t(`lottery.${step}`)}
                {step === 'seed' && done && groups !== null ? (
                  <span className="mono lottery__seed">
                    {groups.head}…{groups.tail}
                  </span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
      {drawId === null ? null : (
        <div className="lottery__scan">
          <QrCode
            text={`${window.location.origin}/draws/${drawId}`}
            label={t('lottery.scan')}
            size={150}
          />
          <span>{t('lottery.scan')}</span>
        </div>
      )}
    </aside>
  );
}

function Participants({
  lottery,
  scene,
}: {
  readonly lottery: Lottery;
  readonly scene: DrumScene;
}) {
  const t = useT();
  const firms = lottery.firms ?? [];
  const arrived = scene.drawn.filter((ball) => ball.arrived >= 1).map((ball) => ball.number);
  return (
    <ol className="lottery__all" aria-label={t('lottery.lead', { count: firms.length })}>
      {firms.map((firm) => {
        const at = arrived.indexOf(Number(firm.number));
        const tone = at === 0 ? 'winner' : at > 0 ? 'alternate' : 'plain';
        return (
          <li key={firm.number} className={`lottery__firm lottery__firm--${tone}`}>
            <b className="number">{Number(firm.number)}</b>
            <span>{firm.name}</span>
          </li>
        );
      })}
    </ol>
  );
}
