// The contract in a folder of its own, for tools that read files, and the TypeScript types that are generated from it.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { base, name, read, schemas } from './contract.mjs'

export const here = dirname(fileURLToPath(import.meta.url))
export const work = mkdtempSync(join(tmpdir(), 'policing-openapi.'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

export function tool(program, ...args) {
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
  for (const file of ['redocly.yaml', 'spectral.yaml', 'client.ts', 'served.ts']) cpSync(join(here, file), join(work, file))
  symlinkSync(join(here, 'node_modules'), join(work, 'node_modules'))
}

/** The types of the contract, beside the files that use them. */
export function generate() {
  copyForLinters()
  tool('openapi-typescript/bin/cli.js', name, '-o', 'partner-api.d.ts', '--redocly', 'redocly.yaml')
}

export function compile(file, ...options) {
  tool('typescript/bin/tsc', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--lib', 'es2022,dom', ...options, file)
}
