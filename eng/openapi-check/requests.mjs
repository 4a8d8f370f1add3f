// Judges requests by the contract, one JSON object on each line of the input: the address is an operation's, parameters and headers are declared and meet their
// schemas, and the body meets its schema. node requests.mjs <lines
import { createInterface } from 'node:readline'
import { document, place, validator } from './contract.mjs'

const exact = validator()
const fromText = validator({ coerceTypes: 'array' })
const compiled = new Map()
// What any client sends, whatever the contract.
const ofHttp = new Set(['accept', 'accept-encoding', 'authorization', 'content-length', 'content-type'])

const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods)
  .filter(([method]) => ['get', 'put', 'post'].includes(method))
  .map(([method, operation]) => ({ method, path, operation, names: [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]), form: new RegExp('^' + path.replaceAll(/\{(\w+)\}/g, (_, part) => part === 'tile' ? '(.+)' : '([^/]+)') + '$') })))

function check(ajv, ...path) {
  const key = (ajv === exact ? 'exact ' : 'text ') + path.join(' ')
  if (!compiled.has(key)) compiled.set(key, ajv.compile({ $ref: place(...path) }))
  return compiled.get(key)
}

function require(ok, what, request) {
  if (!ok) throw new Error(`${request.method} ${request.address}: ${what}`)
}

function judgeParameter(parameter, where, value, request) {
  const judge = check(fromText, ...where, 'schema')
  const given = parameter.style === 'form' && parameter.explode === false ? value.split(',') : value
  // Coercion writes to what it is given.
  const holder = { given }
  require(judge(holder.given) || /^-?\d+$/.test(value) && judge(Number(value)), `${parameter.in} ${parameter.name}: ${JSON.stringify(judge.errors)}`, request)
}

function judge(request) {
  const [path, query = ''] = request.address.split('?')
  const found = operations.filter(one => one.method === request.method.toLowerCase() && one.form.test(path))
  require(found.length === 1, `${found.length} operations have this address`, request)
  const { operation, names, form, path: template, method } = found[0]
  const parts = form.exec(path).slice(1).map(decodeURIComponent)
  const sent = { path: Object.fromEntries(names.map((part, i) => [part, parts[i]])), query: Object.fromEntries(new URLSearchParams(query)), header: request.headers }
  const declared = { path: new Set(), query: new Set(), header: new Set(ofHttp) }
  for (const [list, at] of [[document.paths[template].parameters, []], [operation.parameters, [method]]]) (list ?? []).forEach((reference, index) => {
    const where = reference.$ref ? ['components', 'parameters', reference.$ref.split('/').at(-1)] : ['paths', template, ...at, 'parameters', String(index)]
    const parameter = where.reduce((node, part) => node[part], document)
    const key = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name
    declared[parameter.in].add(key)
    const value = sent[parameter.in][key]
    if (value === undefined) require(!parameter.required, `${parameter.in} ${parameter.name} is missing`, request)
    else judgeParameter(parameter, where, value, request)
  })
  for (const kind of ['path', 'query', 'header'])
    for (const key of Object.keys(sent[kind])) require(declared[kind].has(key), `${kind} ${key} is not in the contract`, request)
  judgeBody(request, operation, template, method)
  return operation.operationId
}

function judgeBody(request, operation, template, method) {
  require((request.body === undefined) === (operation.requestBody === undefined), 'a body where none is foreseen, or none where one is', request)
  if (request.body === undefined) return
  const type = request.headers['content-type']
  require(operation.requestBody.content[type] !== undefined, `the media type ${type} is not in the contract`, request)
  const schema = check(exact, 'paths', template, method, 'requestBody', 'content', type, 'schema')
  require(schema(JSON.parse(request.body)), `the body: ${JSON.stringify(schema.errors?.slice(0, 5))}`, request)
}

// A check that cannot fail proves nothing.
function mustFail(request, change) {
  const copy = structuredClone(request)
  change(copy)
  let failed = false
  try { judge(copy) } catch { failed = true }
  if (!failed) throw new Error(`${request.method} ${request.address}: wrong, and it was accepted: ${change}`)
}

const seen = new Map()
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const request = JSON.parse(line)
  const id = judge(request)
  seen.set(id, (seen.get(id) ?? 0) + 1)
  mustFail(request, copy => { copy.address += copy.address.includes('?') ? '&name=x' : '?name=x' })
  mustFail(request, copy => { copy.headers['x-other'] = 'x' })
  if (request.headers['policing-access']) mustFail(request, copy => { delete copy.headers['policing-access'] })
  if (request.body) mustFail(request, copy => { copy.body = copy.body.replace(/^\{/, '{"other":1,') })
}
const missing = operations.map(one => one.operation.operationId).filter(id => !seen.has(id))
if (missing.length > 0) throw new Error(`no request was made for ${missing.join(', ')}`)
console.log(`ajv: ${[...seen.values()].reduce((sum, count) => sum + count)} requests of ${seen.size} operations meet the contract`)
