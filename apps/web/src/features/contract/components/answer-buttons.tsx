import { useRefresh } from '../../../shared/api/use-refresh';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';

/** Agree or decline to what the other side asks. */
export function AnswerButtons({
  onAnswer,
}: {
  readonly onAnswer: (agrees: boolean) => Promise<unknown>;
}) {
  const t = useT();
  const refresh = useRefresh();
  const answer = (agrees: boolean) => async () => {
    await onAnswer(agrees);
    await refresh();
  };
  return (
    <div className="row">
      <ActButton onAct={answer(true)}>{t('contract.agree')}</ActButton>
      <ActButton onAct={answer(false)}>{t('contract.disagree')}</ActButton>
    </div>
  );
}
