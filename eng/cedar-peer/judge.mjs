// Judges cases with Cedar: node judge.mjs CASES, a file with one JSON object on each line: { decide: {id: policy}, oblige: {id: policy}, requests: [context] }.
// Writes for each request a line { decision, rules, errors, obliges, obligeErrors }, or { failure } where Cedar could not say. Nothing is ever fetched.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createRequire } from 'node:module'

globalThis.fetch = () => { throw new Error('nothing is fetched here') }
const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs')

const file = process.argv[2]
if (file === undefined) {
  console.error('usage: node judge.mjs CASES')
  process.exit(2)
}

const uid = { principal: { type: 'Actor', id: 'a' }, action: { type: 'Action', id: 'use' }, resource: { type: 'Record', id: 'r' } }

function load(name, policies) {
  const answer = cedar.preparsePolicySet(name, { staticPolicies: policies })
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors))
}

function ask(name, context) {
  const answer = cedar.statefulIsAuthorized({ ...uid, context, preparsedPolicySetId: name, entities: [] })
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors))
  const { decision, diagnostics } = answer.response
  return { decision, rules: diagnostics.reason.toSorted(), errors: diagnostics.errors.map(error => error.policyId).toSorted() }
}

for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
  const test = JSON.parse(line)
  let failure
  try {
    load('decide', test.decide)
    load('oblige', test.oblige)
  } catch (error) {
    failure = String(error).slice(0, 500)
  }
  for (const context of test.requests) {
    let answer = { failure }
    if (failure === undefined) {
      try {
        const decided = ask('decide', context)
        const obliged = ask('oblige', context)
        answer = { ...decided, obliges: obliged.rules, obligeErrors: obliged.errors }
      } catch (error) {
        answer = { failure: String(error).slice(0, 500) }
      }
    }
    process.stdout.write(JSON.stringify(answer) + '\n')
  }
}
