// Lints the contract with redocly and spectral, judges its examples with ajv, and compiles a TypeScript client of it: node check.mjs
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { base, document, name, read, schemas, validator } from './contract.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'policing-openapi.'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

function tool(program, ...args) {
  execFileSync(process.execPath, [join(here, 'node_modules', program), ...args], { cwd: work, stdio: 'inherit', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } })
}

// The linters take a relative reference beside an $id for two schemas, and two files of one name for one: they get files without
// it, the strict ones under names of their own.
function copyForLinters() {
  const strict = text => text.replaceAll(/"([a-z0-9-]+)\.schema\.json"/g, '"strict-$1.schema.json"')
  mkdirSync(join(work, 'openapi'))
  writeFileSync(join(work, name), readFileSync(join(schemas, name), 'utf8').replaceAll('../1.0/strict/', '../1.0/strict/strict-'))
  for (const strength of ['strict', 'open']) {
    const folder = join('1.0', strength)
    mkdirSync(join(work, folder), { recursive: true })
    for (const file of readdirSync(join(schemas, folder))) {
      const { $id, $schema, ...rest } = read(join(schemas, folder, file))
      if ($id !== base + '1.0/' + strength + '/' + file) throw new Error(`${folder}/${file}: its $id is not its path`)
      if (strength === 'strict') writeFileSync(join(work, folder, 'strict-' + file), strict(JSON.stringify(rest)))
      else writeFileSync(join(work, folder, file), JSON.stringify(rest))
    }
  }
  for (const file of ['redocly.yaml', 'spectral.yaml', 'client.ts']) cpSync(join(here, file), join(work, file))
  symlinkSync(join(here, 'node_modules'), join(work, 'node_modules'))
}

function judgeExamples() {
  const ajv = validator()
  const escape = part => part.replaceAll('~', '~0').replaceAll('/', '~1')
  let judged = 0
  function walk(node, path) {
    if (node === null || typeof node !== 'object') return
    if (node.schema && node.examples) {
      const check = ajv.compile({ $ref: `${base}${name}#${path.map(part => '/' + encodeURIComponent(escape(part))).join('')}/schema` })
      for (const [key, example] of Object.entries(node.examples)) {
        const value = document.components.examples[example.$ref?.split('/').at(-1)]?.value
        if (value === undefined) throw new Error(`the example ${key} is not there`)
        if (!check(value)) throw new Error(`the example ${key} at /${path.join('/')}: ${JSON.stringify(check.errors, null, 2)}`)
        judged++
      }
    }
    for (const [key, child] of Object.entries(node)) walk(child, [...path, key])
  }
  walk(document.paths, ['paths'])
  walk(document.components.responses, ['components', 'responses'])
  // A check that cannot fail proves nothing.
  if (ajv.compile({ $ref: `${base}${name}#/components/schemas/SearchQuery` })({ type: 'person', match: { everybody: true } })) throw new Error('ajv accepts a wrong query')
  console.log(`ajv: ${judged} examples meet their schemas`)
}

copyForLinters()
tool('@redocly/cli/bin/cli.js', 'lint', '--config', 'redocly.yaml', name)
tool('@stoplight/spectral-cli/dist/index.js', 'lint', '-r', 'spectral.yaml', '--fail-severity', 'hint', name)
judgeExamples()
tool('openapi-typescript/bin/cli.js', name, '-o', 'partner-api.d.ts', '--redocly', 'redocly.yaml')
tool('typescript/bin/tsc', '--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--lib', 'es2022,dom', 'client.ts')
console.log('the contract lints clean, its examples hold, and its TypeScript client compiles')
