// A server without a network: n request texts are taken apart, routed and answered.
function requestText(i) {
  switch (i % 4) {
    case 0: return `GET /items/${i} HTTP/1.1`;
    case 1: return `GET /search?q=word${i}&page=2 HTTP/1.1`;
    case 2: return "POST /items HTTP/1.1";
    default: return `GET /nowhere/${i} HTTP/1.1`;
  }
}

function parse(text) {
  const words = text.split(" ");
  const target = words[1].split("?");
  const path = target[0].split("/").filter((p) => p !== "");
  return { method: words[0], path, query: target[1] || "" };
}

function argument(query, name) {
  const wanted = `${name}=`;
  return query.split("&").reduce(
    (found, part) => (part.startsWith(wanted) ? part.slice(wanted.length) : found), "");
}

function handle(r) {
  const first = r.path[0];
  if (r.method === "GET" && first === "items") {
    const id = Number(r.path[1]);
    const costs = String(id * 7 % 1000);
    return { status: 200, body: ["item ", String(id), " costs ", costs].join("") };
  }
  if (r.method === "GET" && first === "search") {
    return { status: 200, body: `found ${argument(r.query, "q").toUpperCase()}` };
  }
  if (r.method === "POST" && first === "items") return { status: 201, body: "created" };
  return { status: 404, body: "not found" };
}

function responseText(r) {
  return ["HTTP/1.1 ", String(r.status), "\r\nContent-Length: ", String(r.body.length),
    "\r\n\r\n", r.body].join("");
}

function main(n) {
  let length = 0;
  let sum = 0;
  for (; n > 0; n--) {
    const response = handle(parse(requestText(n)));
    const k = responseText(response).length;
    length += k;
    sum = (sum * 31 + response.status + k) % 1000003;
  }
  return (length * 31 + sum) % 1000003;
}

console.log(String(main(Number(process.argv[2]))));
