import DyadCommands

await runDyadPandoc()
