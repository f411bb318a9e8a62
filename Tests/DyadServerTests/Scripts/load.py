"""What a server does under load, as numbers.

    load.py PORT PID PAGE

200 requests at once, clients that are slow, connections that are cut, addresses of 10 MB; how much memory the process has before and
after each round, and whether it still answers.
"""

import asyncio
import json
import socket
import struct
import sys

port, pid, page = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]


def memory():
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def request(path):
    return f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n".encode()


async def status(path, patience=120):
    async def ask():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(request(path))
            answer = await reader.read()
            head = answer.split(b"\r\n\r\n", 1)
            length = next(
                (int(line.split(b":")[1]) for line in head[0].split(b"\r\n") if line.lower().startswith(b"content-length")), -1
            )
            whole = len(head) == 2 and len(head[1]) == length
            return int(answer.split(b" ")[1]) if whole else 0
        finally:
            writer.close()

    try:
        return await asyncio.wait_for(ask(), patience)
    except (OSError, IndexError, ValueError, asyncio.TimeoutError):
        return -1


async def many(count):
    paths = [f"/{page}", "/", "/search.html", f"/frames/{page}?on=2014-06-01&since=2012-01-01", "/site.js"]
    return await asyncio.gather(*(status(paths[index % len(paths)]) for index in range(count)))


async def slow(count):
    """Begin, and never end; meanwhile others are answered."""
    begun = []
    for _ in range(count):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /search.html HTTP/1.1\r\nHost: local")
        begun.append(writer)
    meanwhile = await many(20)
    for writer in begun:
        writer.close()
    return meanwhile


def cut(count):
    """Connections that are reset: before they ask, in the middle of it, and while they are answered."""
    for index in range(count):
        client = socket.create_connection(("127.0.0.1", port))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        words = [b"", b"GET / HT", request(f"/{page}"), request("/search.html")][index % 4]
        if words:
            client.sendall(words)
        if index % 8 == 3:
            client.recv(100)
        client.close()


def long_address(size):
    try:
        client = socket.create_connection(("127.0.0.1", port))
        client.settimeout(60)
        client.sendall(b"GET /" + b"a" * size + f" HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n".encode())
        return int(client.recv(1000).split(b" ")[1])
    except (OSError, IndexError, ValueError):
        return -1


async def main():
    told = {"statuses": [], "slow": [], "long": [], "memory": []}
    await many(10)
    for _ in range(4):
        told["statuses"] += await many(200)
        told["slow"] += await slow(50)
        await asyncio.to_thread(cut, 200)
        told["long"].append(await asyncio.to_thread(long_address, 10_000_000))
        await asyncio.sleep(0.3)
        told["memory"].append(memory())
    told["after"] = await status("/")
    print(json.dumps(told))


asyncio.run(main())
