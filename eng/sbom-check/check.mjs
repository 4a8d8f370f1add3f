// Checks CycloneDX documents against the published 1.6 schema: node check.mjs FILE…
import { readFile } from 'node:fs/promises'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'

const files = process.argv.slice(2)
const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)

// A check that cannot fail proves nothing: this document is wrong and must be refused.
if (await validator.validate('{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"libary","name":"x"}]}') === null) {
  console.error('The validator accepts a wrong document.')
  process.exit(1)
}
if (files.length === 0) {
  console.error('usage: node check.mjs FILE…')
  process.exit(2)
}
for (const file of files) {
  const problem = await validator.validate(await readFile(file, 'utf8'))
  if (problem !== null) {
    console.error(`${file}: ${JSON.stringify(problem, null, 2)}`)
    process.exitCode = 1
  }
}
if (!process.exitCode) console.log(`${files.length} documents agree with the CycloneDX 1.6 schema`)
