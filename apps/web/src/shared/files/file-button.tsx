import { Button } from 'antd';
import { useRef } from 'react';
import { Icon } from '../ui/icon';

/** A button that asks for a file of this computer. */
export function FileButton({
  label,
  accept,
  disabled = false,
  onChoose,
}: {
  readonly label: string;
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly onChoose: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="file-button">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onChoose(file);
        }}
      />
      <Button
        icon={<Icon name="upload" />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </div>
  );
}
