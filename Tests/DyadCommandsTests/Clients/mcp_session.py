"""A session of the client of the Model Context Protocol with `dyad mcp`: what it got, as JSON.

    python mcp_session.py DYAD DOSSIER
"""

import asyncio
import base64
import json
import sys

from mcp import ClientSession, StdioServerParameters, stdio_client


def texts(result):
    return [part.text for part in result.content if part.type == "text"]


async def main(server, dossier):
    parameters = StdioServerParameters(command=server, args=["mcp", dossier])
    async with stdio_client(parameters) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        await session.send_ping()
        tools = await session.list_tools()
        resources = await session.list_resources()
        found = {
            "tools": [tool.name for tool in tools.tools],
            "resources": [str(resource.uri) for resource in resources.resources],
        }
        calls = {
            "check": {},
            "show": {"names": ["marrow"]},
            "search": {"words": "ferry quarrel"},
            "quote": {"words": "belmar's government"},
            "diff": {"between": ["arvane", "belmar"], "from": "2013", "to": "2015"},
        }
        for name, arguments in calls.items():
            result = await session.call_tool(name, arguments)
            found[name] = "\n".join(texts(result))
        picture = await session.call_tool("draw", {"between": ["Arvane", "Belmar"], "dpi": 72})
        image = next(part for part in picture.content if part.type == "image")
        found["draw"] = base64.b64decode(image.data)[:8].hex()
        found["described"] = "\n".join(texts(picture))
        wrong = await session.call_tool("show", {"names": ["marow"]})
        found["wrong"] = "\n".join(texts(wrong))
        claim = {
            "kind": "event",
            "quote": "Arvane and Belmar have ended their quarrel over the ferry.",
            "record": {"on": "2014", "what": "Both end the quarrel", "type": "AGREE", "actors": ["arvane"]},
        }
        proposed = await session.call_tool(
            "propose", {"source": "herald", "claims": [claim, claim | {"quote": "Belmar paid for the new quay."}]}
        )
        found["proposed"] = "\n".join(texts(proposed))
        shown = await session.call_tool("search", {"words": "Both end the quarrel"})
        found["searched"] = "\n".join(texts(shown))
        text = await session.read_resource(found["resources"][-1])
        found["text"] = text.contents[0].text
        try:
            await session.read_resource("dyad:///files/../../etc/passwd")
            found["outside"] = "read"
        except Exception as error:  # the type differs between versions of the client
            found["outside"] = str(error)
        print(json.dumps(found))


asyncio.run(main(*sys.argv[1:]))
