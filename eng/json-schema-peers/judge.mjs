// Judges cases with another validator: node judge.mjs ajv|hyperjump CASES, a file with one JSON object on each line. Writes for each case a line with a
// letter for each instance: 1 valid, 0 invalid, or after ! why the validator could not say. Patterns have no time-out in JavaScript, so the cases are
// judged in a worker, which is ended where one takes too long.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'

const longest = 5_000

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

const why = error => `!${error.name}: ${error.message}`.replaceAll(/\s+/g, ' ').slice(0, 300)

async function judge(load, test) {
  try {
    const validate = await load(test)
    const verdicts = test.instances.map(instance => {
      try {
        return validate(instance) ? '1' : '0'
      } catch (error) {
        return why(error)
      }
    })
    return verdicts.find(verdict => verdict.startsWith('!')) ?? verdicts.join('')
  } catch (error) {
    return why(error)
  }
}

async function work() {
  const load = await peers[workerData]()
  parentPort.on('message', async line => parentPort.postMessage(await judge(load, JSON.parse(line))))
  parentPort.postMessage('ready')
}

function answer(worker, milliseconds) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds)
    worker.once('message', message => { clearTimeout(timer); worker.removeAllListeners('error'); resolve(message) })
    worker.once('error', error => { clearTimeout(timer); reject(error) })
  })
}

async function main() {
  const [name, file] = process.argv.slice(2)
  if (!(name in peers) || file === undefined) {
    console.error('usage: node judge.mjs ajv|hyperjump CASES')
    process.exit(2)
  }
  const start = async () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: name })
    if (await answer(worker, 120_000) !== 'ready') throw new Error(`${name} does not start`)
    return worker
  }
  let worker = await start()
  const lines = []
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    worker.postMessage(line)
    const verdicts = await answer(worker, longest)
    if (verdicts === undefined) {
      await worker.terminate()
      worker = await start()
    }
    lines.push(verdicts ?? '!took too long')
  }
  await worker.terminate()
  process.stdout.write(lines.map(line => line + '\n').join(''))
}

await (isMainThread ? main() : work())
