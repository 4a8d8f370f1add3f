// The pages as Chromium shows them, read from the disk: node browser.mjs CHROMIUM [all]
// axe-core finds nothing, nothing is refused by the pages' own policy, nothing is wider than a telephone, and keyboard and search work.
// Contrast follows from the style sheet and takes most of the time: it is looked at on pages of each kind, and with `all` on every page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import puppeteer from 'puppeteer-core'
import { address, pages } from './site.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const telephone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

let failures = 0
const fail = message => {
  console.error(message)
  failures++
}

// Chromium's own sandbox does not start for root; all that is opened are our own files.
const browser = await puppeteer.launch({
  executablePath: process.argv[2],
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
  timeout: 60_000,
  protocolTimeout: 120_000
})

async function open(viewport, scheme) {
  const tab = await browser.newPage()
  tab.setDefaultTimeout(60_000)
  await tab.setViewport(viewport)
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }])
  tab.on('pageerror', error => fail(`${tab.url()}: ${error.message}`))
  tab.on('console', message => { if (message.type() === 'error') fail(`${tab.url()}: ${message.text()}`) })
  tab.on('request', request => { if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) fail(`${tab.url()}: asks for ${request.url()}`) })
  return tab
}

async function violations(tab, contrast = true) {
  await tab.evaluate(axe)
  return tab.evaluate(async contrast => {
    // Not loaded twice: the pages' policy lets no script fetch the style sheet.
    const result = await axe.run(document, { resultTypes: ['violations'], preload: false, rules: { 'color-contrast': { enabled: contrast } } })
    return result.violations.map(v => `${v.id}: ${v.help} (${v.nodes.length}, first ${v.nodes[0].html.slice(0, 160)})`)
  }, contrast)
}

async function look(viewport, scheme, some, contrast = true) {
  const tab = await open(viewport, scheme)
  for (const page of some) {
    await tab.goto(address(page), { waitUntil: 'load' })
    for (const found of await violations(tab, contrast)) fail(`${page}, ${viewport.width}, ${scheme}: ${found}`)
    await fits(tab, page, viewport.width)
  }
  await tab.close()
}

async function fits(tab, page, width) {
  const wider = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wider > 0) fail(`${page}, ${width}: ${wider} pixels wider than the screen`)
}

// The narrowest telephone, and both sides of the widths at which the layout changes.
async function widths(some) {
  for (const width of [320, 768, 959, 961, 1215, 1217]) {
    const tab = await open({ width, height: 900 }, 'light')
    for (const page of some) {
      await tab.goto(address(page), { waitUntil: 'load' })
      await fits(tab, page, width)
    }
    await tab.close()
  }
}

async function keyboardAndSearch() {
  const tab = await open(desk, 'light')
  await tab.goto(address('index.html'), { waitUntil: 'load' })
  await tab.keyboard.press('Tab')
  if (await tab.evaluate(() => document.activeElement.className) !== 'skip') fail('The first stop of the keyboard is not the link to the content.')
  await tab.keyboard.press('Enter')
  await tab.waitForFunction(() => document.activeElement.id === 'content')
  await tab.focus('#q')
  await tab.keyboard.type('vrm')
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')])
  await tab.waitForSelector('#results a')
  const first = () => tab.$eval('#results a', link => link.getAttribute('href'))
  if (await first() !== 'values/vrm.html') fail(`A search for vrm shows ${await first()} first.`)
  for (const found of await violations(tab)) fail(`search with results: ${found}`)
  await tab.$eval('#q', box => { box.value = '' })
  await tab.type('#q', 'DS_072')
  await tab.waitForFunction(() => document.querySelector('#results a')?.getAttribute('href') === 'pole.html#DS_072')
  if (await tab.$eval('#found', e => e.getAttribute('role')) !== 'status') fail('The number of results is not told to screen readers.')
  await tab.$eval('#q', box => { box.value = '' })
  await tab.type('#q', '<img src=x>')
  await tab.waitForFunction(() => document.getElementById('q').value === '<img src=x>')
  if (await tab.$('#results img') !== null) fail('What is searched for becomes a part of the page.')
  await tab.close()
}

async function withoutScripts() {
  const tab = await browser.newPage()
  await tab.setJavaScriptEnabled(false)
  await tab.goto(address('search.html') + '?q=vrm', { waitUntil: 'load' })
  const text = await tab.$eval('main', main => main.innerText)
  if (!text.includes('A to Z')) fail('Without scripts the page of the search does not say where else to look.')
  await tab.close()
}

// A check that cannot fail proves nothing: this page has faults that must be found.
async function findsFaults() {
  const tab = await browser.newPage()
  await tab.setContent('<html><body><img src="data:,"><p style="color:#999;background:#fff">faint</p><input></body></html>')
  const found = await violations(tab)
  for (const rule of ['image-alt', 'label', 'color-contrast', 'html-has-lang'])
    if (!found.some(line => line.startsWith(rule + ':'))) fail(`The check does not find ${rule}.`)
  await tab.close()
}

try {
  await findsFaults()
  // Colours and widths are the same rules on every page: all pages by day on a desk, those of each kind in every way.
  const oneOfEach = pages.filter(page => !page.includes('/') || /^(records\/(vehicle|link|person)|parts\/(address|custody-needs)|values\/(vrm|pnc-id)|lists\/(link-role|agencies|crime-outcome))\.html$/.test(page))
  await look(desk, 'light', pages, process.argv[3] === 'all')
  await look(desk, 'light', oneOfEach)
  await look(desk, 'dark', oneOfEach)
  await look(telephone, 'light', oneOfEach)
  await look(telephone, 'dark', oneOfEach)
  await widths([...oneOfEach, 'records/custody.html', 'records/missing-person-episode.html', 'parts/custody-risk-assessment.html'])
  await keyboardAndSearch()
  await withoutScripts()
  if (failures === 0) console.log(`axe-core finds nothing on ${pages.length} pages, nor on ${oneOfEach.length} of each kind in light and dark, on a desk and a telephone; keyboard, search and the way without scripts work`)
} finally {
  await browser.close()
}

process.exit(failures > 0 ? 1 : 0)
