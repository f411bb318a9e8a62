import DyadCommands

await runDyad()
