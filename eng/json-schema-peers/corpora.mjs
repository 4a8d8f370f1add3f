// Judges the corpora with other validators, straight from the files: node corpora.mjs [ROOT]. Every schema meets the metaschema, every record file is
// judged by its strict and its open schema as tests/corpora/index.json says, and every schema case as it says itself.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'
import { registerSchema, setShouldValidateFormat, validate } from '@hyperjump/json-schema/draft-2020-12'

// Nothing is ever fetched.
globalThis.fetch = () => { throw new Error('a reference leads to the network') }

const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const base = 'https://schemas.policing-sdk.example/'
const dialect = 'https://json-schema.org/draft/2020-12/schema'
const json = path => JSON.parse(readFileSync(join(root, path), 'utf8'))
const ending = '.schema.json'
const schemas = ['strict', 'open'].flatMap(set =>
  readdirSync(join(root, 'schemas/1.0', set)).filter(name => name.endsWith(ending)).map(name => json(`schemas/1.0/${set}/${name}`)))
const ids = new Set(schemas.map(schema => schema.$id))
const index = json('tests/corpora/index.json')

const peers = {
  async ajv() {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, unicodeRegExp: true, logger: false })
    for (const schema of schemas) ajv.addSchema(schema)
    return { judge: async (id, instance) => ajv.getSchema(id)(instance), meta: async schema => ajv.validateSchema(schema) }
  },
  async hyperjump() {
    setShouldValidateFormat(false)
    for (const schema of schemas) registerSchema(schema, schema.$id, dialect)
    const compiled = new Map()
    const judge = async (id, instance) => {
      if (!compiled.has(id)) compiled.set(id, await validate(id))
      return compiled.get(id)(instance).valid
    }
    return { judge, meta: schema => judge(dialect, schema) }
  }
}

let failed = 0
for (const [name, load] of Object.entries(peers)) {
  const { judge, meta } = await load()
  const counts = { schemas: 0, records: 0, cases: 0 }
  const expect = async (kind, what, wanted, verdict) => {
    counts[kind]++
    const found = await verdict().catch(error => `!${error.name}`)
    if (found === wanted) return
    failed++
    console.error(`${name} says ${found}, and ${wanted} is expected, of ${what}`)
  }
  for (const schema of schemas) await expect('schemas', schema.$id, true, () => meta(schema))
  for (const file of index.files) {
    if (file.type === null) continue
    const instance = json(`tests/corpora/${file.path}`)
    for (const set of ['strict', 'open']) {
      const own = `${base}1.0/${set}/${file.type}${ending}`
      const id = ids.has(own) ? own : `${base}1.0/${set}/record${ending}`
      await expect('records', `${file.path} by the ${set} schema`, file[set], () => judge(id, instance))
    }
  }
  for (const { path } of index.schemaCases)
    for (const group of json(`tests/corpora/${path}`))
      for (const test of group.tests) await expect('cases', `${path}: ${test.description}`, test.valid, () => judge(group.schema.$ref, test.data))
  if (Object.values(counts).includes(0)) failed++
  console.log(`${name}: ${counts.schemas} schemas, ${counts.records} verdicts on records and ${counts.cases} on schema cases, as expected unless said above`)
}
process.exit(failed === 0 ? 0 : 1)
