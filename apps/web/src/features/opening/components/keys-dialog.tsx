import { Button, Modal } from 'antd';
import { useT } from '../../../shared/i18n/i18n-context';

/** The keys of the host's desk. */
export function KeysDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  return (
    <Modal
      open={open}
      title={t('host.keys')}
      onCancel={onClose}
      destroyOnHidden
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <p>{t('host.keysText')}</p>
    </Modal>
  );
}
