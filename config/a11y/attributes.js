/** Which attributes for screen readers each built-in component carries. */
const names = ['label', 'role', 'checked', 'disabled', 'live']
const aria = Object.fromEntries(names.map((name) => [`aria-${name}`, '']))

exports.components = {
  View: aria,
  Text: aria,
  Image: aria,
  Button: aria,
  Input: aria,
  Textarea: aria,
  ScrollView: aria,
}
