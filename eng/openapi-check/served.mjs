// Starts samples/PartnerApi, signs in with a key by node's own cryptography, and makes the typed calls of served.ts against it; ajv judges every answer by the contract: node served.mjs
import { createPrivateKey, randomUUID, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { document, place, validator } from './contract.mjs'
import { start } from './sample.mjs'
import { compile, generate, work } from './types.mjs'

const client = 'kent-rms'
const scope = 'capabilities.read records.read records.write records.search changes.read'

// RFC 7523: a proof of the key, for the issuer, for a minute.
function assertion(issuer, pem) {
  const now = Math.floor(Date.now() / 1000)
  const part = value => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = part({ alg: 'ES256', typ: 'client-authentication+jwt', kid: client }) + '.' + part({ iss: client, sub: client, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 })
  return text + '.' + sign('sha256', Buffer.from(text), { key: createPrivateKey(pem), dsaEncoding: 'ieee-p1363' }).toString('base64url')
}

async function signIn({ address, keys }) {
  const { issuer, token_endpoint } = await (await fetch(address + '/.well-known/openid-configuration')).json()
  const pem = readFileSync(join(keys, client + '.pem'), 'utf8')
  const answer = await (await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials', client_id: client, scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: assertion(issuer, pem),
    }),
  })).json()
  if (!answer.access_token) throw new Error(`no token: ${answer.error_description}`)
  return answer.access_token
}

function judge() {
  const ajv = validator()
  return (method, path, status, contentType, body) => {
    const response = document.paths[path][method].responses[status]
    if (!response) throw new Error(`${method} ${path} answered ${status}, which the contract does not have`)
    const media = contentType.split(';')[0]
    const shared = response.$ref?.split('/').slice(1)
    const content = (shared ? document.components.responses[shared.at(-1)] : response).content
    if (!content[media]) throw new Error(`${method} ${path} ${status} came as ${media}`)
    const check = ajv.compile({ $ref: place(...(shared ?? ['paths', path, method, 'responses', String(status)]), 'content', media, 'schema') })
    if (!check(JSON.parse(body))) throw new Error(`${method} ${path} ${status}: ${JSON.stringify(check.errors.map(error => [error.instancePath, error.schemaPath]))}`)
  }
}

generate()
writeFileSync(join(work, 'package.json'), '{ "type": "module" }')
compile('served.ts')
const { walk } = await import(pathToFileURL(join(work, 'served.js')))
const running = await start()
const calls = await walk(running.address, await signIn(running), randomUUID, judge())
console.log(`a generated TypeScript client made ${calls} calls to the running sample, and every answer is as the contract says`)
process.exit(0)
