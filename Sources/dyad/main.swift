import DyadCommands

requireDescriptors()
await runDyad()
