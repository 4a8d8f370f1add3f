// What a TypeScript program does with the partner, by the types of the contract alone: each call compiles only if it is one of the contract's, and every answer goes to the judge.
import createClient, { type Middleware } from 'openapi-fetch'
import type { components, paths } from './partner-api.js'

type Judge = (method: string, path: string, status: number, media: string, body: string) => void
type Person = { id: string; type: 'person' }

const expect = (isSo: boolean, otherwise: string) => { if (!isSo) throw new Error(`it did not go as it should: ${otherwise}`) }

export async function walk(baseUrl: string, token: string, uuid: () => string, judge: Judge): Promise<number> {
  let calls = 0
  const judged: Middleware = {
    onRequest({ request }) { request.headers.set('Authorization', `Bearer ${token}`) },
    async onResponse({ request, response, schemaPath }) {
      calls++
      judge(request.method.toLowerCase(), schemaPath, response.status, response.headers.get('content-type') ?? '', await response.clone().text())
    },
  }
  const client = createClient<paths>({ baseUrl })
  client.use(judged)
  const header = { 'Policing-Access': 'purpose=investigation, basis=part-3-task, case="46/1234/31"' }
  const controllers = [{ scheme: 'police', id: 'kent' }]

  const capabilities = await client.GET('/v1/capabilities')
  expect(capabilities.data?.environment === 'test', 'the environment is not test')

  const id = uuid()
  const path = { type: 'vehicle' as const, uuid: id }
  const vehicle = { id: `urn:uuid:${id}`, type: 'vehicle' as const, modelVersion: '1.0' as const, controllers, make: 'Examplar' }
  const created = await client.PUT('/v1/records/{type}/{uuid}', { params: { path, header: { ...header, 'If-None-Match': '*' } }, body: vehicle })
  expect(created.response.status === 201 && created.data?.change === 'created', 'the vehicle was not created')
  const read = await client.GET('/v1/records/{type}/{uuid}', { params: { path, header } })
  const tag = read.response.headers.get('etag') ?? ''
  expect(read.response.ok && tag !== '', 'there is no whole view')
  const replaced = await client.PUT('/v1/records/{type}/{uuid}', { params: { path, header: { ...header, 'If-Match': tag } }, body: { ...vehicle, model: 'Sample' } })
  expect(replaced.data?.change === 'replaced', 'the vehicle was not replaced')
  const stale = await client.PUT('/v1/records/{type}/{uuid}', { params: { path, header: { ...header, 'If-Match': tag } }, body: vehicle })
  expect(stale.error?.code === 'stale', 'a stale version was taken')
  const careless = await client.PUT('/v1/records/{type}/{uuid}', { params: { path, header }, body: vehicle })
  expect(careless.response.status === 428, 'a write without a condition was taken')
  const missing = await client.GET('/v1/records/{type}/{uuid}', { params: { path: { type: 'vehicle', uuid: uuid() }, header } })
  expect(missing.error?.code === 'not-available', 'a record that is not there was answered')
  await client.GET('/v1/records/{type}/{uuid}/links', { params: { path, header } })

  const query: components['schemas']['SearchQuery'] = { type: 'vehicle', match: { make: 'Examplar' }, limit: 10, justification: 'an example' }
  const broad = await client.POST('/v1/search', { params: { header }, body: query })
  expect(broad.error?.code === 'too-broad', 'a search for a make alone was answered')
  const found = await client.POST('/v1/search', { params: { header }, body: { type: 'person', match: { name: { surname: 'Amberdyke', mode: 'exact' }, birthDate: { date: '1971-05-06' } }, limit: 10, justification: 'an example' } })
  expect((found.data?.matches.length ?? 0) >= 1 && (found.data?.matches[0].record as Person).type === 'person', 'nobody was found')

  const changes = await client.GET('/v1/changes', { params: { header } })
  expect(changes.response.ok, 'there are no changes')
  const lists = await client.GET('/v1/reference-data')
  expect(lists.response.ok, 'there are no code lists')
  await client.GET('/v1/reference-data/{list}', { params: { path: { list: 'sex' } } })

  // A program that forgets the purpose does not compile; one that does so all the same is refused.
  // @ts-expect-error: the header is required.
  const without = await client.GET('/v1/records/{type}/{uuid}', { params: { path } })
  expect(without.error?.code === 'purpose-required', 'a call without a purpose was answered')
  return calls
}
