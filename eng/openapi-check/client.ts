// A client of the generated types: it compiles only if the contract says what it should.
import createClient from 'openapi-fetch'
import type { components, paths } from './partner-api'

const client = createClient<paths>({ baseUrl: 'https://partner.example' })
const access = { 'Policing-Access': 'purpose=investigation' }

export async function read(uuid: string): Promise<string | undefined> {
  const { data, error, response } = await client.GET('/v1/records/{type}/{uuid}', {
    params: { path: { type: 'person', uuid }, header: access },
  })
  if (error) throw new Error(error.code)
  const record: { type?: unknown } = data as { type?: unknown }
  return record.type === 'person' ? response.headers.get('etag') ?? undefined : undefined
}

export async function find(surname: string): Promise<number> {
  const query: components['schemas']['SearchQuery'] = {
    type: 'person', match: { name: { surname, mode: 'exact' } }, limit: 25, justification: 'an example',
  }
  const { data } = await client.POST('/v1/search', { params: { header: access }, body: query })
  return data?.matches.filter(match => match.match.grade === 'exact').length ?? 0
}

// @ts-expect-error: a call without a purpose does not compile.
export const withoutPurpose = () => client.GET('/v1/records/{type}/{uuid}', { params: { path: { type: 'person', uuid: '' } } })
