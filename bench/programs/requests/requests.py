"""A server without a network: n request texts are taken apart, routed and answered."""
import sys


def request_text(i):
    k = i % 4
    if k == 0:
        return "GET /items/" + str(i) + " HTTP/1.1"
    if k == 1:
        return "GET /search?q=word" + str(i) + "&page=2 HTTP/1.1"
    if k == 2:
        return "POST /items HTTP/1.1"
    return "GET /nowhere/" + str(i) + " HTTP/1.1"


def parse(text):
    words = text.split(" ")
    target = words[1].split("?")
    path = [part for part in target[0].split("/") if part]
    return (words[0], path, target[1] if len(target) > 1 else "")


def argument(query, name):
    wanted = name + "="
    found = ""
    for part in query.split("&"):
        if part.startswith(wanted):
            found = part[len(wanted):]
    return found


def handle(request):
    method, path, query = request
    first = path[0]
    if method == "GET" and first == "items":
        number = int(path[1])
        return (200, "".join(["item ", str(number), " costs ", str(number * 7 % 1000)]))
    if method == "GET" and first == "search":
        return (200, "found " + argument(query, "q").upper())
    if method == "POST" and first == "items":
        return (201, "created")
    return (404, "not found")


def response_text(status, body):
    return "".join(["HTTP/1.1 ", str(status), "\r\nContent-Length: ", str(len(body)),
                    "\r\n\r\n", body])


def main(n):
    length = 0
    total = 0
    for i in range(n, 0, -1):
        status, body = handle(parse(request_text(i)))
        text = response_text(status, body)
        length += len(text)
        total = (total * 31 + status + len(text)) % 1000003
    return (length * 31 + total) % 1000003


print(main(int(sys.argv[1])))
