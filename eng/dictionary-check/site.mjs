// Where the site of the data dictionary is, and what pages it has.
import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import path from 'node:path'

export const folder = fileURLToPath(new URL('../../docs/data-dictionary/site/', import.meta.url))
export const pages = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.html')).map(name => name.split(path.sep).join('/')).sort()
export const address = page => pathToFileURL(folder).href + page

if (pages.length < 300) {
  console.error(`Only ${pages.length} pages in docs/data-dictionary/site. Run: dotnet run --project eng/Policing.ModelGenerator`)
  process.exit(2)
}
