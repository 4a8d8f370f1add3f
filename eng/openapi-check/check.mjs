// Lints the contract with redocly and spectral, judges its examples with ajv, and compiles a TypeScript client of it: node check.mjs
import { document, name, place, validator } from './contract.mjs'
import { compile, generate, tool } from './types.mjs'

function judgeExamples() {
  const ajv = validator()
  let judged = 0
  function walk(node, path) {
    if (node === null || typeof node !== 'object') return
    if (node.schema && node.examples) {
      const check = ajv.compile({ $ref: place(...path, 'schema') })
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
  if (ajv.compile({ $ref: place('components', 'schemas', 'SearchQuery') })({ type: 'person', match: { everybody: true } })) throw new Error('ajv accepts a wrong query')
  console.log(`ajv: ${judged} examples meet their schemas`)
}

generate()
tool('@redocly/cli/bin/cli.js', 'lint', '--config', 'redocly.yaml', name)
tool('@stoplight/spectral-cli/dist/index.js', 'lint', '-r', 'spectral.yaml', '--fail-severity', 'hint', name)
judgeExamples()
compile('client.ts', '--noEmit')
console.log('the contract lints clean, its examples hold, and its TypeScript client compiles')
