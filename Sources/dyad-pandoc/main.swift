import DyadCommands

requireDescriptors()
await runDyadPandoc()
