"""How a workbench answers to those who may use it, and to those who may not, as status codes.

    intrude.py PORT PATH-WITH-KEY
"""

import http.client
import json
import re
import socket
import sys

port, opening = int(sys.argv[1]), sys.argv[2]
host = f"localhost:{port}"
own = f"http://{host}"
edit = json.dumps({"edits": [{"verb": "edit", "id": "quay", "keys": {"note": "seen"}}]}).encode()


def raw(head, body=b""):
    """The status line and the rest of the answer to bytes as they are."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
            client.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
            answer = b""
            # After a refusal the server still reads, so that it closes the connection late.
            while piece := client.recv(65536):
                answer += piece
                head, _, rest = answer.partition(b"\r\n\r\n")
                length = re.search(rb"Content-Length: (\d+)", head)
                if length and len(rest) >= int(length.group(1)):
                    break
            return answer
    except OSError:
        return b"- -1"


def status(head, body=b""):
    try:
        return int(raw(head, body).split(b" ")[1])
    except (IndexError, ValueError):
        return -1


answer = raw(f"GET {opening}&view=everyone&on=2014 HTTP/1.1\nHost: {host}").decode()
cookie = re.search(r"Set-Cookie: ([^;]+);", answer).group(1)
attributes = re.search(r"Set-Cookie: [^;]+; (.*)", answer).group(1).strip()
location = re.search(r"Location: (.*)", answer).group(1).strip()
page = raw(f"GET /edit HTTP/1.1\nHost: {host}\nCookie: {cookie}").decode()
token = re.search(r'name="dyad-token" content="([0-9a-f]+)"', page).group(1)


def post(body=edit, path="/edit/edits", drop=(), **changed):
    fields = {
        "Host": host,
        "Origin": own,
        "Cookie": cookie,
        "X-Dyad-Token": token,
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Sec-Fetch-Site": "same-origin",
    }
    fields.update({name.replace("_", "-"): value for name, value in changed.items()})
    lines = [f"{name}: {value}" for name, value in fields.items() if name not in drop]
    return status(f"POST {path} HTTP/1.1\n" + "\n".join(lines), body)


def get(path, *fields, session=cookie):
    lines = [f"Host: {host}"] + ([f"Cookie: {session}"] if session else []) + list(fields)
    return status(f"GET {path} HTTP/1.1\n" + "\n".join(lines))


other = cookie[:-1] + ("0" if cookie[-1] != "0" else "1")
wrong = token[:-1] + ("0" if token[-1] != "0" else "1")
result = {
    "opened": int(answer.split(" ")[1]),
    "location": location,
    "attributes": attributes,
    "secrets differ": len({cookie.split("=")[1], token, re.search("token=([^&]+)", opening).group(1)}) == 3,
    "page": int(page.split(" ")[1]),
    "key leaks": opening.split("=")[1] in page,
    "no session": [get(path, session="") for path in ("/edit", "/edit/state", "/edit/version", "/edit/diff", "/edit/workbench.js")],
    "wrong session": get("/edit/state", session=other),
    "wrong key": get("/edit?token=" + "0" * 64, session=""),
    "cookie of another port": get("/edit/state", session=cookie.replace(str(port), "1")),
    "state": get("/edit/state"),
    "sheet": get("/edit/sheet.svg"),
    "read by another site": [get("/edit/state", f"Sec-Fetch-Site: {site}") for site in ("cross-site", "same-site")],
    "read for another origin": get("/edit/state", "Origin: http://localhost:1"),
    "read on another host": status(f"GET /edit/state HTTP/1.1\nHost: dyad.example\nCookie: {cookie}"),
    "changed by GET": [get(f"/edit/{name}") for name in ("edits", "undo", "redo")],
    "other methods": [
        status(f"{method} /edit/edits HTTP/1.1\nHost: {host}\nCookie: {cookie}\nContent-Length: 0")
        for method in ("PUT", "DELETE", "OPTIONS", "PATCH")
    ],
    "no such place": get("/edit/passwd"),
    "folder above": get("/edit/../../../etc/passwd"),
    "post": post(),
    "post without cookie": post(drop=["Cookie"]),
    "post without token": post(drop=["X-Dyad-Token"]),
    "post with another token": post(X_Dyad_Token=wrong),
    "post with the session as token": post(X_Dyad_Token=cookie.split("=")[1]),
    "post without origin": post(drop=["Origin"]),
    "post of another origin": [post(Origin=origin) for origin in ("http://localhost:1", "https://" + host, "null", "http://dyad.example")],
    "post of another site": [post(Sec_Fetch_Site=site) for site in ("cross-site", "same-site", "none, same-origin")],
    "post on another host": post(Host="dyad.example"),
    "post of a form": post(Content_Type="application/x-www-form-urlencoded"),
    "post of text": post(Content_Type="text/plain"),
    "post without type": post(drop=["Content-Type"]),
    "post without length": post(drop=["Content-Length"]),
    "post with a wrong length": post(Content_Length="-1"),
    "chunked post": post(Transfer_Encoding="chunked"),
    "post of two lengths": post(Content_Length=f"{len(edit)}\nContent-Length: 5"),
    "too long post": post(Content_Length=str((1 << 20) + 1)),
    "too long post, sent": post(body=b" " * ((1 << 20) + 1)),
    "post of no JSON": post(body=b"{"),
    "post of a list": post(body=b"[]"),
    "post of nothing": post(body=b"{}"),
    "post of deep JSON": post(body=b"[" * 100_000),
    "post of bytes": post(body=b"\xff\xfe"),
    "post elsewhere": post(path="/edit/state"),
    "post to a page": post(path="/index.html"),
    "half a body": post(Content_Length=str(len(edit) + 10)),
}
print(json.dumps(result))
