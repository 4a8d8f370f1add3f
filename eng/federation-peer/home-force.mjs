// Two home forces by oidc-provider, on ports of loopback. Officers sign in by authorization code and PKCE, their system proves itself with a key. The first line out has the issuers; a line in
// says for which partner and how many officers; then come the tokens, a line each, good ones and such as must be refused. It ends with its input.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'

const partnerClient = 'essex-rms'
const callback = 'https://essex-rms.example/callback'
const say = line => process.stdout.write(JSON.stringify(line) + '\n')

const { privateKey: systemKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
const systemJwk = { ...await exportJWK(publicKey), kid: 'system-1', use: 'sig', alg: 'ES256' }

// Essex's own systems: one as it should be, one that the force binds to nobody, one whose tokens last for a second.
const systems = { desk: 'essex-desk', unbound: 'essex-kiosk', brief: 'essex-brief' }

async function homeForce() {
  const server = createServer()
  await new Promise(listening => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${server.address().port}`
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...await exportJWK(privateKey), kid: 'home-1', use: 'sig', alg: 'ES256' }] },
    clients: Object.values(systems).map(client_id => ({
      client_id, redirect_uris: [callback], grant_types: ['authorization_code'], response_types: ['code'], jwks: { keys: [systemJwk] },
      token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256', id_token_signed_response_alg: 'ES256',
    })),
    clientAuthMethods: ['private_key_jwt'],
    cookies: { keys: [randomBytes(32).toString('hex')] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource, client) => ({
          scope: 'records', audience: resource, accessTokenFormat: 'jwt', accessTokenTTL: client.clientId === systems.brief ? 1 : 1200, jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    // Who may act for the officer at the partner (RFC 8693 4.4).
    extraTokenClaims: (_, token) => token.clientId === systems.unbound ? undefined : { may_act: { sub: partnerClient } },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    interactions: { url: (_, interaction) => `/sign-in/${interaction.uid}` },
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId })
      grant.addOIDCScope('openid')
      grant.addResourceScope(context.oidc.params.resource, 'records')
      await grant.save()
      return grant
    },
  })
  const handle = provider.callback()
  // In place of a page with a password: who the hint names has signed in.
  server.on('request', async (request, response) => {
    if (!request.url.startsWith('/sign-in/')) return handle(request, response)
    const { params } = await provider.interactionDetails(request, response)
    await provider.interactionFinished(request, response, { login: { accountId: params.login_hint } })
  })
  return { issuer, keys: issuer + '/jwks', server }
}

async function signIn(issuer, client_id, officer, resource) {
  const verifier = randomBytes(32).toString('base64url')
  const state = randomUUID()
  const cookies = new Map()
  let next = new URL('/auth?' + new URLSearchParams({
    client_id, redirect_uri: callback, response_type: 'code', scope: 'openid records', resource, login_hint: officer, state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
  }), issuer)
  while (!next.href.startsWith(callback)) {
    const response = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; ') } })
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split(/=(.*)/s)
      cookies.set(name, value)
    }
    if (!response.headers.has('location')) throw new Error(`the home force answered ${response.status} at ${next.pathname}: ${await response.text()}`)
    next = new URL(response.headers.get('location'), issuer)
  }
  if (next.searchParams.get('state') !== state || !next.searchParams.has('code')) throw new Error(`no code: ${next.searchParams.get('error_description')}`)
  const assertion = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: 'system-1' })
    .setIssuer(client_id).setSubject(client_id).setAudience(issuer).setJti(randomUUID()).setIssuedAt().setExpirationTime('1m').sign(systemKey)
  const answer = await (await fetch(issuer + '/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', code: next.searchParams.get('code'), redirect_uri: callback, code_verifier: verifier, client_id, resource,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: assertion,
    }),
  })).json()
  if (!answer.access_token) throw new Error(`no token: ${answer.error_description}`)
  return answer.access_token
}

const trusted = await homeForce()
const untrusted = await homeForce()
say({ trusted: trusted.issuer, keys: trusted.keys, untrusted: untrusted.issuer })
const lines = createInterface({ input: process.stdin })
lines.on('close', () => process.exit(0))
lines.on('line', async line => {
  const { partner, officers } = JSON.parse(line)
  for (let number = 0; number < officers; number++) {
    const officer = `u-${String(number).padStart(2, '0')}`
    say({ kind: 'officer', officer, token: await signIn(trusted.issuer, systems.desk, officer, partner) })
  }
  say({ kind: 'untrusted', token: await signIn(untrusted.issuer, systems.desk, 'u-00', partner) })
  say({ kind: 'wrong audience', token: await signIn(trusted.issuer, systems.desk, 'u-00', 'https://elsewhere.example/') })
  say({ kind: 'unbound', token: await signIn(trusted.issuer, systems.unbound, 'u-00', partner) })
  say({ kind: 'expired', token: await signIn(trusted.issuer, systems.brief, 'u-00', partner) })
  say({ kind: 'end' })
})
