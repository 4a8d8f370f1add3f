// The page /docs of samples/PartnerApi as Chromium shows it: node docs.mjs CHROMIUM [PICTURE]
// Every call of the contract is on it, no script of it fails, and it asks nobody but the sample for anything.
import puppeteer from 'puppeteer-core'
import { document } from './contract.mjs'
import { start } from './sample.mjs'

const calls = Object.values(document.paths).flatMap(path => Object.values(path)).filter(call => call.operationId).map(call => call.summary)

/** What is wrong with a page at an address: a line each. */
async function faults(browser, address, { picture, content } = {}) {
  const found = []
  const tab = await browser.newPage()
  tab.setDefaultTimeout(60_000)
  await tab.setViewport({ width: 1280, height: 1000 })
  const own = new URL(address).host
  tab.on('request', request => { if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).host !== own) found.push(`asks for ${request.url()}`) })
  tab.on('pageerror', error => found.push(`a script failed: ${error.message}`))
  await tab.goto(address, { waitUntil: 'networkidle2' })
  if (content) await tab.setContent(content, { waitUntil: 'load' })
  const missing = await tab.waitForFunction(calls => calls.every(call => document.body.innerText.includes(call)), { timeout: content ? 1_000 : 60_000 }, calls)
    .then(() => [], () => tab.evaluate(calls => calls.filter(call => !document.body.innerText.includes(call)), calls))
  for (const call of missing) found.push(`does not show '${call}'`)
  if (picture) await tab.screenshot({ path: picture })
  await tab.close()
  return found
}

const running = await start()
// No name is looked up: a request that gets past the eyes of this script reaches nobody. Chromium's own sandbox does not start for root.
const browser = await puppeteer.launch({
  executablePath: process.argv[2],
  args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', ...(process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [])],
  timeout: 60_000,
  protocolTimeout: 120_000,
})
let failed = false
try {
  const found = await faults(browser, running.address + '/docs/', { picture: process.argv[3] })
  for (const fault of found) console.error(`/docs ${fault}`)
  // A check that cannot fail proves nothing: on this page everything is wrong.
  const wrong = await faults(browser, running.address + '/docs/', {
    content: `<p>${calls[0]}<img src="https://elsewhere.example/dot.png"><script>fetch('https://telemetry.example/', { method: 'POST' }).catch(() => {}); missing.call()</script>`,
  })
  for (const fault of ['asks for https://elsewhere.example/dot.png', 'asks for https://telemetry.example/', 'a script failed: missing is not defined', ...calls.slice(1).map(call => `does not show '${call}'`)])
    if (!wrong.includes(fault)) { console.error(`this check does not notice that a page ${fault}`); failed = true }
  if (wrong.includes(`does not show '${calls[0]}'`)) { console.error('this check does not see what is shown'); failed = true }
  failed ||= found.length > 0
  if (!failed) console.log(`/docs shows all ${calls.length} calls of the contract and asks nobody but the sample`)
} finally {
  await browser.close()
}
process.exit(failed ? 1 : 0)
