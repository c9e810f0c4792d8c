/**
 * What each built-in component carries in the mini program's templates: only what a screen uses. Taro's own lists hold
 * everything that WeChat knows and nothing for screen readers. Each attribute stands in the main package as often as
 * its component does (`view` some fifty times), and WeChat works it out anew for each element it draws. What is not
 * listed here does not reach the phone: test/carried.test.ts sees to it that whatever a screen says is listed.
 *
 * The value is what is said where a screen says nothing, in Taro's notation; '' is nothing at all, and right for each
 * event. A component that is not listed carries what Taro gives it.
 */
const NOTHING = ''
const NO = '!1'
const YES = '!0'
const word = (value) => `'${value}'`
const each = (...names) => Object.fromEntries(names.map((name) => [name, NOTHING]))

const touched = each('bindTouchStart', 'bindTouchMove', 'bindTouchEnd', 'bindTouchCancel')
const written = {
  ...each('value', 'placeholder', 'placeholder-class', 'aria-label', 'bindInput'),
  maxlength: '140',
  focus: NO,
  'cursor-spacing': '0',
}

exports.components = {
  View: {
    'hover-class': word('none'),
    ...touched,
    ...each('aria-label', 'aria-role', 'aria-checked', 'aria-disabled', 'aria-expanded', 'aria-live'),
  },
  Text: { 'user-select': NO },
  Image: { src: NOTHING, mode: word('scaleToFill'), 'lazy-load': NO, 'aria-label': NOTHING },
  // Taro writes it into every program; no screen has one.
  ScrollView: {},
  Button: {
    'hover-class': word('button-hover'),
    ...each('open-type', 'session-from', 'bindAgreePrivacyAuthorization'),
  },
  Input: { ...written, type: word('text'), password: NO, bindConfirm: NOTHING },
  Textarea: { ...written, 'auto-height': NO, 'show-confirm-bar': YES },
  Picker: { mode: word('selector'), ...each('range', 'value', 'bindChange') },
  Map: { ...each('latitude', 'longitude', 'bindError'), scale: '16', markers: '[]' },
}
