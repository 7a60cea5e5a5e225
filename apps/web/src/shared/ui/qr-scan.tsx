import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/i18n-context';
import { Icon } from './icon';
import { Note } from './note';
import { hasCamera, qrInFile, qrInVideo } from './qr-pixels';
import './qr-scan.css';

const PAUSE_MS = 120;

/**
 * Reads a QR code from a picture file or from the camera. `onText` gets what it says and answers whether that was of
 * use: the camera goes on looking until it was. No picture leaves this computer.
 */
export function QrScan({ onText }: { readonly onText: (text: string) => boolean }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [filming, setFilming] = useState(false);
  const [fault, setFault] = useState<'qr.notFound' | 'qr.noCamera' | null>(null);
  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await qrInFile(file);
    setFault(text === null ? 'qr.notFound' : null);
    if (text !== null) onText(text);
    if (input.current) input.current.value = '';
  };
  return (
    <div className="stack">
      <div>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          aria-label={t('qr.fromFile')}
          onChange={(event) => void readFile(event.target.files?.[0])}
        />
        <Button icon={<Icon name="document" />} onClick={() => input.current?.click()}>
          {t('qr.fromFile')}
        </Button>{' '}
        {hasCamera() ? (
          <Button
            onClick={() => {
              setFault(null);
              setFilming(!filming);
            }}
          >
            {t(filming ? 'qr.stopCamera' : 'qr.fromCamera')}
          </Button>
        ) : null}
      </div>
      {filming ? (
        <CameraView
          onText={(text) => {
            if (onText(text)) setFilming(false);
          }}
          onRefused={() => {
            setFilming(false);
            setFault('qr.noCamera');
          }}
        />
      ) : null}
      <div role="status">{fault === null ? null : <Note tone="bad">{t(fault)}</Note>}</div>
    </div>
  );
}

function CameraView({
  onText,
  onRefused,
}: {
  readonly onText: (text: string) => void;
  readonly onRefused: () => void;
}) {
  const t = useT();
  const video = useRef<HTMLVideoElement>(null);
  const heard = useRef({ onText, onRefused });
  useEffect(() => {
    heard.current = { onText, onRefused };
  });
  useEffect(() => {
    const gone = new AbortController();
    const screen = video.current;
    if (screen !== null) {
      film(screen, gone.signal, (text) => heard.current.onText(text)).catch(() => {
        if (!gone.signal.aborted) heard.current.onRefused();
      });
    }
    return () => gone.abort();
  }, []);
  return (
    <video ref={video} className="qr-scan__video" aria-label={t('qr.camera')} muted playsInline />
  );
}

/** Shows the rear camera and reads frames until `gone`; rejects when there is no camera or it is not allowed. */
async function film(
  screen: HTMLVideoElement,
  gone: AbortSignal,
  onText: (text: string) => void,
): Promise<void> {
  const isOver = (): boolean => gone.aborted;
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
  });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  gone.addEventListener('abort', stop);
  if (isOver()) {
    stop();
    return;
  }
  screen.srcObject = stream;
  await screen.play();
  while (!isOver()) {
    const text = await qrInVideo(screen);
    if (text !== null && !isOver()) onText(text);
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}
