import { join } from 'node:path'
import { type FuseConfig, FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

/**
 * What the packaged executable can no longer do, whoever starts it: be a bare Node, take Node's options or a debugger,
 * load the app from anywhere but its own archive, or treat `file:` pages as anything special.
 */
export const fuses: FuseConfig = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

type Packed = {
  readonly appOutDir: string
  readonly electronPlatformName: string
  readonly packager: { readonly executableName?: string; readonly appInfo: { readonly productFilename: string } }
}

/** Called by electron-builder when the app is put together, before it is signed. */
export default async function afterPack({ appOutDir, electronPlatformName, packager }: Packed): Promise<void> {
  const name = packager.appInfo.productFilename
  const executables: Readonly<Record<string, string>> = {
    darwin: `${name}.app`,
    mas: `${name}.app`,
    win32: `${name}.exe`,
  }
  await flipFuses(join(appOutDir, executables[electronPlatformName] ?? packager.executableName ?? name), {
    ...fuses,
    // A changed executable needs at least an ad-hoc signature on Apple's processors; a real one follows.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
  })
}
