/** How the lines of this installation reach the telephone network. */
export interface SipSettings {
  /** Calls at once: each line is a process and carries one. */
  readonly lines: number;
  /** Folder of the lines' files, short: a device name holds 127 bytes. */
  readonly folder: string;
  /** Address the lines listen on. */
  readonly bind: string;
  /** First ports: of SIP (four a line), of the control socket (one a line), of the sound (twenty a line). */
  readonly sipPort: number;
  readonly controlPort: number;
  readonly soundPort: number;
  /** A line's account as baresip writes it; `{line}` and `{port}` are filled in. */
  readonly account: string;
  /** What is dialled; `{number}` is filled in. */
  readonly target: string;
}

/** The ports and names of one line. */
export interface LinePlace {
  readonly name: string;
  readonly folder: string;
  readonly sipPort: number;
  readonly controlPort: number;
  readonly soundPort: number;
  readonly account: string;
}

const SIP_PORTS = 4;
const SOUND_PORTS = 20;

/** Where a line of the installation stands; `index` from 0. */
export function placeOf(settings: SipSettings, index: number): LinePlace {
  const name = `line${index}`;
  const sipPort = settings.sipPort + index * SIP_PORTS;
  return {
    name,
    folder: `${settings.folder}/${name}`,
    sipPort,
    controlPort: settings.controlPort + index,
    soundPort: settings.soundPort + index * SOUND_PORTS,
    account: settings.account
      .replaceAll('{line}', String(index))
      .replaceAll('{port}', String(sipPort)),
  };
}

/**
 * The whole configuration of a line: nothing of baresip's own, which listens everywhere. No jitter buffer (it keeps the
 * last digits back), no ringback, no second call, and silence until there is something to say.
 */
export function lineConfig(place: LinePlace, bind: string, silence: string): string {
  return [
    'poll_method epoll',
    `sip_listen ${bind}:${place.sipPort}`,
    `net_interface ${bind}`,
    'call_local_timeout 1',
    'call_max_calls 1',
    'audio_player aubridge,sink',
    `audio_source aufile,${silence}`,
    'audio_alert aubridge,alert',
    'audio_level no',
    'ausrc_format s16',
    'auplay_format s16',
    'auenc_format s16',
    'audec_format s16',
    'audio_buffer 20-160',
    `rtp_ports ${place.soundPort}-${place.soundPort + SOUND_PORTS - 1}`,
    'rtcp_mux no',
    'jitter_buffer_delay 0-0',
    'jitter_buffer_type off',
    'audio_jitter_buffer_type off',
    'rtp_stats no',
    'rtp_timeout 0',
    'module_path /usr/lib/baresip/modules',
    'module g711.so',
    'module aubridge.so',
    'module aufile.so',
    'module_tmp account.so',
    'module_app menu.so',
    'module_app ctrl_tcp.so',
    `ctrl_tcp_listen 127.0.0.1:${place.controlPort}`,
    'ringback_disabled yes',
    'menu_bell no',
    'redial_attempts 0',
    'statmode_default off',
    '',
  ].join('\n');
}
