/**
 * Which attributes for screen readers each built-in component carries. Only those in use: each one stands in the
 * templates as often as its component does, in the main package, and `view` alone does so fifty times.
 */
const named = ['label', 'role']
const carry = (...names) => Object.fromEntries(names.map((name) => [`aria-${name}`, '']))

exports.components = {
  View: carry(...named, 'checked', 'disabled', 'expanded', 'live'),
  Text: carry(...named),
  Image: carry(...named),
  Button: carry(...named, 'disabled'),
  Input: carry('label'),
  Textarea: carry('label'),
  ScrollView: carry(...named),
}
