// Search without a server. `search` ranks the entries of search-index.js; what is below it fills the page.
'use strict'

// Of two that match alike, the more general is more likely meant.
var kindWeight = { record: 9, value: 8, list: 7, part: 6, POLE: 5, member: 4, code: 2 }

function wordsOf(text) {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean)
}

function squash(text) {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

// Every word of the query begins a word here; the last may be half typed, and so may all others.
function haveAll(words, wanted) {
  return wanted.every(function (want) { return words.some(function (word) { return word.startsWith(want) }) })
}

function hasWhole(words, wanted) {
  return wanted.every(function (want) { return words.includes(want) })
}

function score(entry, query) {
  var name = entry[1], others = entry[4] ? entry[4].split('|') : []
  var squashed = squash(name)
  if (squashed === query.squashed) return 100
  if (others.some(function (other) { return squash(other) === query.squashed })) return 95
  var words = wordsOf(name)
  if (hasWhole(words, query.words)) return 70
  if (squashed.startsWith(query.squashed)) return 60
  var otherWords = others.flatMap(wordsOf)
  if (hasWhole(words.concat(otherWords), query.words)) return 55
  if (haveAll(words, query.words)) return 50
  if (haveAll(words.concat(otherWords), query.words)) return 40
  var all = words.concat(otherWords, wordsOf(entry[3]))
  if (hasWhole(all, query.words)) return 30
  if (haveAll(all, query.words)) return 20
  return query.squashed.length > 2 && squashed.includes(query.squashed) ? 15 : 0
}

function search(index, text) {
  var query = { words: wordsOf(text.replace(/([a-z])([A-Z])/g, '$1$2')), squashed: squash(text) }
  if (query.squashed.length === 0) return []
  return index
    .map(function (entry) { return { entry: entry, score: score(entry, query) } })
    .filter(function (found) { return found.score > 0 })
    .sort(function (a, b) {
      return b.score + kindWeight[b.entry[0]] - a.score - kindWeight[a.entry[0]] ||
        a.entry[1].length - b.entry[1].length || (a.entry[2] < b.entry[2] ? -1 : 1)
    })
    .map(function (found) { return found.entry })
}

function fillPage() {
  var shown = 50
  var box = document.getElementById('q')
  var list = document.getElementById('results')
  var status = document.getElementById('found')

  function element(name, text, className) {
    var made = document.createElement(name)
    made.textContent = text
    if (className) made.className = className
    return made
  }

  function result(entry) {
    var item = document.createElement('li')
    var link = element('a', entry[1])
    link.href = entry[2]
    item.append(link, ' ', element('span', entry[0], 'kind'), element('p', entry[3]))
    return item
  }

  function show() {
    var text = box.value.trim()
    var found = search(dictionaryIndex, text)
    list.replaceChildren.apply(list, found.slice(0, shown).map(result))
    document.title = (text ? text + ' - ' : '') + 'search - data dictionary'
    status.textContent = !text ? 'Type a name, a number or a word in the box above.'
      : found.length === 0 ? 'Nothing found. Try fewer letters, or A to Z.'
        : found.length === 1 ? '1 result.'
          : found.length + ' results' + (found.length > shown ? ', the first ' + shown + ' shown.' : '.')
  }

  box.value = new URLSearchParams(location.search).get('q') || ''
  box.addEventListener('input', show)
  show()
  if (!box.value) box.focus()
}

if (typeof document !== 'undefined') fillPage()
