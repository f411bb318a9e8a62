"""How a server answers to all kinds of requests, as status codes.

    ask.py PORT
"""

import json
import socket
import sys
import time

port = int(sys.argv[1])


def status(head, address="127.0.0.1"):
    try:
        with socket.create_connection((address, port), timeout=20) as client:
            client.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n")
            return int(client.recv(1000).split(b" ")[1])
    except (OSError, IndexError, ValueError):
        return -1


def closed(head):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        start = time.monotonic()
        client.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n")
        while client.recv(65536):
            pass
        return int(time.monotonic() - start)


def own_address():
    """An address of this machine that is not the loopback one; where there is none, one that nobody has."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return probe.getsockname()[0]
        except OSError:
            return "127.255.255.254"


host = f"Host: localhost:{port}"
print(
    json.dumps(
        {
            "own": status(f"GET / HTTP/1.1\n{host}"),
            "other host": status("GET / HTTP/1.1\nHost: dyad.example"),
            "rebound host": status(f"GET / HTTP/1.1\nHost: localhost.attacker.example:{port}"),
            "no host": status("GET / HTTP/1.1"),
            "post": status(f"POST / HTTP/1.1\n{host}\nContent-Length: 0"),
            "head": status(f"HEAD / HTTP/1.1\n{host}"),
            "folder above": status(f"GET /../../../../etc/passwd HTTP/1.1\n{host}"),
            "encoded folder above": status(f"GET /entities/%2e%2e%2f%2e%2e%2fdossier.yaml HTTP/1.1\n{host}"),
            "no page": status(f"GET /entities/nobody.html HTTP/1.1\n{host}"),
            "no date": status(f"GET /frames/index.html?on=soon HTTP/1.1\n{host}"),
            "no suffix": status(f"GET /pictures/index?on=2014 HTTP/1.1\n{host}"),
            # Seconds until the server has closed the connection, which these clients keep open.
            "refused head": closed(f"HEAD / HTTP/1.1\nHost: dyad.example"),
            "refused post": closed(f"POST / HTTP/1.1\n{host}\nContent-Length: 9"),
            "missing head": closed(f"HEAD /nothing HTTP/1.1\n{host}"),
            "long head": closed(f"HEAD /{'x' * 5000} HTTP/1.1\n{host}"),
            "another address": status(f"GET / HTTP/1.1\n{host}", own_address()),
        }
    )
)
