/** The words about voice notes and films: recorded, taken, sent, played. */
import { w } from './word'

export const mediaWords = {
  record: {
    hold: w('按住说话', 'Hold to talk'),
    /** Said by screen readers in place of the above, which it begins with: for them it is one tap to begin and one to end. */
    label: w('按住说话，也可以点一下开始，再点一下结束', 'Hold to talk, or tap to start and tap again to stop'),
    hint: w(
      '按住说话，松开就好；也可以点一下开始，再点一下结束。最长一分钟。',
      'Hold and talk, then let go. Or tap to start and tap again to stop. One minute at most.',
    ),
    release: w('松开就录好 · {n} 秒', 'Let go to keep · {n} s'),
    tapAgain: w('点一下结束 · {n} 秒', 'Tap to stop · {n} s'),
    cancel: w('松开就不要了', 'Let go to discard'),
    away: w('手指滑开再松手，就不要这段录音', 'Slide away and let go to discard it'),
    running: w('正在录音', 'Recording'),
    left: w('还剩 {n} 秒', '{n} seconds left'),
    kept: w('录好了', 'Recorded'),
    asked: w('可以录音了，请再按住说话。', 'Ready. Please hold again and talk.'),
    refused: {
      weapp: w(
        '没有录音权限。点下面的按钮，打开“麦克风”，再回来录。不录音也能提交。',
        'The microphone is not allowed. Tap the button below, switch it on, and come back. You can also send without it.',
      ),
      h5: w(
        '浏览器没有麦克风权限。请在浏览器的网站设置里允许麦克风，再试一次。不录音也能提交。',
        'The browser does not allow the microphone. Allow it in the browser’s settings for this site and try again. You can also send without it.',
      ),
    },
    settings: w('去打开麦克风权限', 'Open the settings'),
    failed: w(
      '没有录上，请再试一次，也可以用文字写。',
      'It could not be recorded. Please try again, or write instead.',
    ),
    short: w('录得太短了，请按住多说几个字。', 'That was too short. Please hold and say a little more.'),
    dropped: w('这段录音没有留。', 'That recording was discarded.'),
  },
  film: {
    add: w('拍或选视频', 'Add a video'),
    hint: w('一段，最长 30 秒', 'One, up to 30 seconds'),
    reading: w('正在看视频…', 'Looking at the video…'),
    refused: w(
      '没有拿到视频。请在手机设置里允许微信使用相机和相册，再试一次。',
      'No video. Please allow the camera and photos in the phone’s settings and try again.',
    ),
  },
  clip: {
    play: w('播放录音 {n} 秒', 'Play voice note, {n} s'),
    stop: w('停止播放', 'Stop'),
    failed: w('这段录音在这部手机上放不出来。', 'This recording cannot be played on this phone.'),
    watch: w('看视频 {n} 秒', 'Watch video, {n} s'),
    watchUnmeasured: w('看视频', 'Watch video'),
    filmFailed: w('视频打不开。', 'The video does not open.'),
    film: w('视频', 'Video'),
    voice: w('录音 {n} 秒', 'Voice note, {n} s'),
    remove: w('去掉', 'Remove'),
    again: w('重新上传', 'Send it again'),
    sending: w('已传 {n}%', '{n}% sent'),
    sent: w('已传好', 'Sent'),
    failedToSend: w('没有传上', 'Not sent'),
  },
  /** `{name}` photo 2, voice note 1. */
  refused: w('{name}没传上：{why}', '{name} was not sent: {why}'),
} as const
