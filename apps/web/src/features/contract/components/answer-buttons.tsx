import { Button } from 'antd';
import { useState } from 'react';
import { useRefresh } from '../../../shared/api/use-refresh';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';

/** Agree, after being told what that means, or decline to what the other side asks. `about` tells readers which. */
export function AnswerButtons({
  about,
  onAnswer,
}: {
  readonly about: string;
  readonly onAnswer: (agrees: boolean) => Promise<unknown>;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const answer = async (agrees: boolean): Promise<void> => {
    await onAnswer(agrees);
    setAsking(false);
    await refresh();
  };
  return (
    <div className="row">
      <Button aria-label={`${t('contract.agree')} ${about}`} onClick={() => setAsking(true)}>
        {t('contract.agree')}
      </Button>
      <ActButton label={`${t('contract.disagree')} ${about}`} onAct={() => answer(false)}>
        {t('contract.disagree')}
      </ActButton>
      <ConfirmDialog
        open={asking}
        title={t('contract.agreeTitle')}
        keepLabel={t('contract.signKeep')}
        actLabel={t('contract.agreeAct')}
        onKeep={() => setAsking(false)}
        onAct={() => answer(true)}
      >
        {t('contract.agreeText')}
      </ConfirmDialog>
    </div>
  );
}
