// Judges what the client sends, one JSON object on each line of the input: assertions with jose, headers with structured-headers. node judge.mjs <lines
import { createInterface } from 'node:readline'
import { importJWK, jwtVerify } from 'jose'
import { parseDictionary, Token } from 'structured-headers'

globalThis.fetch = () => { throw new Error('nothing is fetched here') }

async function judgeAssertion({ assertion, algorithm, issuer, client, now, key }) {
  const options = {
    algorithms: [algorithm], audience: issuer, issuer: client, subject: client, typ: 'client-authentication+jwt',
    currentDate: new Date(now * 1000), maxTokenAge: '60s', requiredClaims: ['jti', 'iat', 'nbf', 'exp'],
  }
  const publicKey = await importJWK(key, algorithm)
  const { payload } = await jwtVerify(assertion, publicKey, options)
  if (typeof payload.aud !== 'string') throw new Error('the audience is not one string')
  // A check that cannot fail proves nothing: one letter of the signature, the audience and the time.
  const last = assertion.at(-10) === 'A' ? 'B' : 'A'
  await mustFail(jwtVerify(assertion.slice(0, -10) + last + assertion.slice(-9), publicKey, options))
  await mustFail(jwtVerify(assertion, publicKey, { ...options, audience: 'https://elsewhere.example/' }))
  await mustFail(jwtVerify(assertion, publicKey, { ...options, currentDate: new Date((now + 120) * 1000) }))
  return payload.jti
}

async function mustFail(promise) {
  let failed = false
  await promise.catch(() => { failed = true })
  if (!failed) throw new Error('a wrong assertion was accepted')
}

function judgeHeader({ header, says }) {
  if (Buffer.byteLength(header) > 512) throw new Error('the header is too long')
  const members = Object.fromEntries([...parseDictionary(header)].map(([name, [value, parameters]]) => {
    if (parameters.size > 0) throw new Error('a member has parameters')
    return [name, value instanceof Token ? value.toString() : value]
  }))
  if (JSON.stringify(members) !== JSON.stringify(says)) throw new Error(`${header} says ${JSON.stringify(members)}`)
}

const seen = new Set()
let assertions = 0
let headers = 0
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const given = JSON.parse(line)
  if (given.assertion) {
    seen.add(await judgeAssertion(given))
    assertions++
  } else {
    judgeHeader(given)
    headers++
  }
}
if (assertions === 0 || headers === 0) throw new Error('there was nothing to judge')
if (seen.size !== assertions) throw new Error('an id of an assertion was used twice')
console.log(`jose verifies ${assertions} assertions; structured-headers reads ${headers} headers as meant`)
