// Every page is valid HTML by an independent parser, and a search finds first what is looked for: node pages.mjs
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { folder, pages } from './site.mjs'

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The pages are well-formed XML too, so that any parser can check them.
    'void-style': ['error', { style: 'selfclosing' }],
    'doctype-style': ['error', { style: 'uppercase' }],
    'attribute-boolean-style': ['error', { style: 'name' }],
    'attribute-empty-style': ['error', { style: 'empty' }],
    // A row that is laid out as a block keeps its role for screen readers only where the role is written.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Names of members and codes, and sentences in data attributes, have the length that they have.
    'long-title': 'off',
    'require-sri': 'off'
  }
}))

let failures = 0
const fail = message => {
  console.error(message)
  failures++
}

async function isValid(name, text, report) {
  const result = await validator.validateString(text, name)
  for (const message of result.results.flatMap(r => r.messages)) report(`${name}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`)
  return result.valid
}

// A check that cannot fail proves nothing: this page is wrong and must be refused.
const wrong = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>x</title>\n</head>\n<body>\n<p id="a"><b>x</p></b>\n<p id="a">x</p>\n</body>\n</html>\n'
if (await isValid('wrong', wrong, () => {})) fail('The validator accepts a wrong page.')
for (const page of pages) await isValid(page, readFileSync(folder + page, 'utf8'), fail)

// The first result is an entry of this name; where it says so, that of this kind.
const expected = [
  ['vrm', 'values/vrm.html'],
  ['VRM', 'values/vrm.html'],
  ['number plate', 'values/vrm.html'],
  ['DS_072', 'pole.html#DS_072'],
  ['ds072', 'pole.html#DS_072'],
  ['PNC ID', 'values/pnc-id.html'],
  ['postcode', 'values/postcode.html'],
  ['post code', 'values/postcode.html'],
  ['postco', 'values/postcode.html'],
  ['person', 'records/person.html'],
  ['Vehicle', 'records/vehicle.html'],
  ['stop search', 'records/stop-search.html'],
  ['stop-search', 'records/stop-search.html'],
  ['StopSearch', 'records/stop-search.html'],
  ['missing person', 'records/missing-person-episode.html'],
  ['dob', 'parts/birth-date.html'],
  ['date of birth', 'parts/birth-date.html'],
  ['person.datesOfBirth', 'records/person.html#m-datesOfBirth'],
  ['arrestSummonsNumber', 'values/arrest-summons-number.html'],
  ['asn', 'values/arrest-summons-number.html'],
  ['colour', 'lists/colour.html'],
  ['link-role', 'lists/link-role.html'],
  ['metropolitan police', 'lists/agencies.html#c-metropolitan'],
  ['modelVersion', 'envelope.html#m-modelVersion'],
  ['E_004', 'pole.html#E_004']
]
const context = vm.createContext({})
for (const script of ['search-index.js', 'search.js']) vm.runInContext(readFileSync(folder + script, 'utf8'), context, { filename: script })
const { search, dictionaryIndex } = context
for (const [query, wanted] of expected) {
  const first = search(dictionaryIndex, query)[0]
  if (first?.[2] !== wanted) fail(`A search for '${query}' finds ${first?.[2] ?? 'nothing'} first, not ${wanted}.`)
}
if (search(dictionaryIndex, 'zzzz').length !== 0) fail('A search finds what is not there.')
if (search(dictionaryIndex, ' ').length !== 0 || search(dictionaryIndex, '<>').length !== 0) fail('A search for no word finds something.')

if (failures > 0) process.exit(1)
console.log(`${pages.length} pages are valid, ${expected.length} searches find first what they should, of ${dictionaryIndex.length} entries`)
