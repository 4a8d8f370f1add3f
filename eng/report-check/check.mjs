// Other programs read the reports of the conformance kit: node check.mjs FOLDER NAME… where each NAME has NAME.json, .xml, .sarif and .html in the folder.
// JSON by ajv against the published schema, JUnit by junit2json, SARIF by Microsoft's multitool, HTML by html-validate and, where Chromium is here, axe-core.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { HtmlValidate } from 'html-validate'
import { parse } from 'junit2json'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.join(here, '../..')
const require = createRequire(import.meta.url)
const [folder, ...names] = process.argv.slice(2)
let wrong = 0
const complain = (what, detail = '') => { wrong++; console.error(`${what} ${detail}`.trim()) }
const read = (file) => readFile(path.join(folder, file), 'utf8')

const ajv = new Ajv({ strict: false, allErrors: true })
addFormats(ajv)
const schema = async (name) => ajv.compile(JSON.parse(await readFile(path.join(root, 'schemas/conformance/1.0', name), 'utf8')))
const report = await schema('report.schema.json')
const requirements = await schema('requirements.schema.json')
const waivers = await schema('waivers.schema.json')

// A check that cannot fail proves nothing.
if (report({ verdict: 'certified' }) || waivers({ waivers: [{ requirement: 'PSDK-RUL-0006' }] })) complain('The schemas accept a wrong document.')
const list = JSON.parse(await readFile(path.join(root, 'schemas/conformance/requirements.json'), 'utf8'))
if (!requirements(list)) complain('requirements.json', JSON.stringify(requirements.errors.slice(0, 3)))
const csv = (await readFile(path.join(root, 'schemas/conformance/requirements.csv'), 'utf8')).trim().split('\n')
if (csv.length !== list.requirements.length + 1) complain('requirements.csv', `has ${csv.length - 1} rows, not ${list.requirements.length}`)

// What a MUST comes to, from the JSON; the others must say the same.
const binding = (results, ...statuses) => results.filter((r) => r.level === 'MUST' && statuses.includes(r.status))

async function checkJUnit(name, json) {
  const suites = await parse(await read(`${name}.xml`))
  const cases = suites.testsuite.flatMap((s) => s.testcase ?? [])
  const found = { tests: cases.length, failures: cases.filter((c) => c.failure).length, errors: cases.filter((c) => c.error).length, skipped: cases.filter((c) => c.skipped).length }
  const passed = json.results.filter((r) => r.status === 'passed').length
  const wanted = { tests: json.results.length, failures: binding(json.results, 'failed', 'skipped').length, errors: binding(json.results, 'error').length }
  wanted.skipped = wanted.tests - passed - wanted.failures - wanted.errors
  for (const key of Object.keys(wanted)) {
    if (found[key] !== wanted[key]) complain(`${name}.xml`, `${key}: ${found[key]} found, ${wanted[key]} wanted`)
    if (Number(suites[key]) !== wanted[key]) complain(`${name}.xml`, `${key}: ${suites[key]} stated, ${wanted[key]} wanted`)
  }
  for (const suite of suites.testsuite) {
    const failures = (suite.testcase ?? []).filter((c) => c.failure).length
    if (Number(suite.failures) !== failures) complain(`${name}.xml`, `suite ${suite.name}: ${suite.failures} stated, ${failures} found`)
  }
  return found
}

function multitool(...args) {
  const tool = path.join(path.dirname(require.resolve('@microsoft/sarif-multitool-linux/package.json')), 'Sarif.Multitool')
  // Its install script would do this, and install scripts do not run here.
  chmodSync(tool, 0o755)
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } })
}

async function checkSarif(name, json) {
  const file = path.join(folder, `${name}.sarif`)
  const verdicts = `${file}.validation`
  try {
    multitool('validate', file, '--output', verdicts, '--log', 'ForceOverwrite', '--kind', 'Fail;Pass', '--level', 'Error;Warning;Note')
  } catch (trouble) {
    complain(`${name}.sarif`, `the multitool ended with ${trouble.status}: ${trouble.stdout} ${trouble.stderr}`)
    return 0
  }
  const found = JSON.parse(await readFile(verdicts, 'utf8')).runs.flatMap((r) => r.results ?? []).filter((r) => (r.level ?? 'warning') === 'error')
  for (const result of found) complain(`${name}.sarif`, `${result.ruleId}: ${JSON.stringify(result.message)}`)
  const results = JSON.parse(await read(`${name}.sarif`)).runs[0].results
  const rules = new Set(results.map((r) => r.ruleId))
  const wanted = json.results.filter((r) => ['failed', 'waived', 'skipped', 'error'].includes(r.status)).map((r) => r.requirement)
  if (wanted.some((id) => !rules.has(id)) || rules.size !== wanted.length) complain(`${name}.sarif`, `rules ${[...rules]} found, ${wanted} wanted`)
  return results.length
}

async function checkHtml(name) {
  const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'], rules: { 'no-inline-style': 'error', 'prefer-native-element': 'off' } })
  const result = await validator.validateString(await read(`${name}.html`))
  for (const r of result.results) for (const m of r.messages) complain(`${name}.html:${m.line}:${m.column}`, `${m.ruleId}: ${m.message}`)
  if (/<script|javascript:|\son\w+=/i.test(await read(`${name}.html`))) complain(`${name}.html`, 'has script')
}

const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => p && existsSync(p))
async function look(name, browser) {
  for (const width of [390, 1280]) {
    const page = await browser.newPage()
    const said = []
    page.on('console', (m) => said.push(m.text()))
    await page.setBypassCSP(false)
    await page.setViewport({ width, height: 844 })
    await page.goto(pathToFileURL(path.resolve(folder, `${name}.html`)).href)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > width) complain(`${name}.html`, `is ${wide} pixels wide in a window of ${width}`)
    if (said.length) complain(`${name}.html`, `the console says: ${said[0]}`)
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), clip: { x: 0, y: 0, width, height: 1700 } })
    const evaluator = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8')
    const client = await page.createCDPSession()
    // Through the debugger: the page's own policy lets no script in, and is left alone.
    await client.send('Runtime.evaluate', { expression: evaluator })
    const { result } = await client.send('Runtime.evaluate', { expression: 'axe.run(document).then((r) => JSON.stringify({ violations: r.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`), passes: r.passes.length }))', awaitPromise: true })
    const axe = JSON.parse(result.value)
    if (axe.passes < 10) complain(`${name}.html`, 'axe-core looked at hardly anything')
    for (const violation of axe.violations) complain(`${name}.html at ${width}`, violation)
    await page.close()
  }
}

if (!folder || names.length === 0) {
  console.error('usage: node check.mjs FOLDER NAME…')
  process.exit(2)
}
let browser
if (chromium) {
  const { launch } = (await import('puppeteer-core')).default
  browser = await launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
} else console.log('skipped: the pages in a browser and axe-core, since Chromium is not here')
try {
  for (const name of names) {
    const json = JSON.parse(await read(`${name}.json`))
    if (!report(json)) complain(`${name}.json`, JSON.stringify(report.errors.slice(0, 3)))
    const junit = await checkJUnit(name, json)
    const sarif = await checkSarif(name, json)
    await checkHtml(name)
    if (browser) await look(name, browser)
    console.log(`${name}: ${json.verdict}; JUnit ${junit.tests} tests, ${junit.failures} failures, ${junit.errors} errors, ${junit.skipped} skipped; SARIF ${sarif} results; HTML ${browser ? 'looked at in two widths' : 'well-formed'}`)
  }
} finally {
  await browser?.close()
}
process.exit(wrong === 0 ? 0 : 1)
