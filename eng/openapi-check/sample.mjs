// samples/PartnerApi as a process of its own, on a port that is free and in a folder that goes with it.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'artifacts', 'bin', 'PartnerApi', 'debug', 'PartnerApi.dll')

/** Its address and the folder of its clients' keys, once it serves. It ends with this process. */
export function start() {
  const data = mkdtempSync(join(tmpdir(), 'policing-sample.'))
  const server = spawn('dotnet', [program, '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  process.on('exit', () => {
    server.kill()
    rmSync(data, { recursive: true, force: true })
  })
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout.on('data', piece => {
      said += piece
      const command = /--server (\S+) --keys '([^']+)'/.exec(said)
      if (command && said.includes('Ctrl+C stops it')) resolve({ address: command[1], keys: command[2] })
    })
    server.on('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}
