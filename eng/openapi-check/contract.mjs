// The contract and its schemas, for ajv.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export const schemas = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'schemas')
export const base = 'https://schemas.policing-sdk.example/'
export const name = 'openapi/partner-api.v1.json'
export const read = file => JSON.parse(readFileSync(file, 'utf8'))
export const document = read(join(schemas, name))

/** The address of a place in the contract, by the names on the way to it. */
export const place = (...path) => `${base}${name}#${path.map(part => '/' + encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('')}`

export function validator(options = {}) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, ...options })
  addFormats(ajv)
  for (const strength of ['strict', 'open'])
    for (const file of readdirSync(join(schemas, '1.0', strength))) ajv.addSchema(read(join(schemas, '1.0', strength, file)))
  ajv.addSchema({ $id: base + name, ...document })
  return ajv
}
