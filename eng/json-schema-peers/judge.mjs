// Judges cases with another validator: node judge.mjs ajv|hyperjump CASES, a file with one JSON object on each line. Writes for each case a line with a
// letter for each instance: 1 valid, 0 invalid, or after ! why the validator could not say.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

// Nothing is ever fetched.
globalThis.fetch = () => { throw new Error('a reference leads to the network') }

const peers = {
  async ajv() {
    const { default: Ajv2020 } = await import('ajv/dist/2020.js')
    const ajv = new Ajv2020({ strict: false, validateFormats: false, unicodeRegExp: true, logger: false })
    return async ({ schema, documents }) => {
      ajv.removeSchema()
      for (const document of documents) ajv.addSchema(document)
      const validate = ajv.compile(schema)
      return instance => validate(instance)
    }
  },
  async hyperjump() {
    const { registerSchema, unregisterSchema, validate, setShouldValidateFormat, getAllRegisteredSchemaUris } =
      await import('@hyperjump/json-schema/draft-2020-12')
    setShouldValidateFormat(false)
    const dialect = 'https://json-schema.org/draft/2020-12/schema'
    const own = new Set(getAllRegisteredSchemaUris())
    return async ({ number, schema, documents }) => {
      for (const uri of getAllRegisteredSchemaUris()) if (!own.has(uri)) unregisterSchema(uri)
      const uri = schema.$id ?? `https://cases.example/${number}/retrieved`
      for (const document of documents) registerSchema(document, document.$id, dialect)
      registerSchema(schema, uri, dialect)
      const judge = await validate(uri)
      return instance => judge(instance).valid
    }
  }
}

const [name, file] = process.argv.slice(2)
if (!(name in peers) || file === undefined) {
  console.error('usage: node judge.mjs ajv|hyperjump CASES')
  process.exit(2)
}

const why = error => `!${error.name}: ${error.message}`.replaceAll(/\s+/g, ' ').slice(0, 300)
const load = await peers[name]()
const lines = []
for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
  const test = JSON.parse(line)
  try {
    const judge = await load(test)
    const verdicts = test.instances.map(instance => {
      try {
        return judge(instance) ? '1' : '0'
      } catch (error) {
        return why(error)
      }
    })
    lines.push(verdicts.find(verdict => verdict.startsWith('!')) ?? verdicts.join(''))
  } catch (error) {
    lines.push(why(error))
  }
}
process.stdout.write(lines.map(line => line + '\n').join(''))
