"""A server for a built site, as a host on the web serves it: gzip, caching, a page for 404."""

import gzip
import threading
import time
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}


@cache
def zipped(path, _changed):
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        status = 200
        if not path.is_file():
            status, path = 404, Path(self.directory, "404.html")
        if not path.is_file():
            self.send_error(404)
            return
        text = TYPES.get(path.suffix)
        body = zipped(path, path.stat().st_mtime_ns) if text else path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", text or self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if text:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.send(body)

    def send(self, body):
        self.wfile.write(body)

    def log_message(self, *_arguments):
        pass


class SlowHandler(Handler):
    """Answers as over a slow line, so that a page is seen before it is complete.

    Chromium can slow itself down too, but on a busy machine it now and then keeps back for ever
    what it has received.
    """

    DELAY = 0.04  # seconds before an answer, and between two pieces of it
    PIECE = 8000  # bytes

    def do_GET(self):
        time.sleep(self.DELAY)
        super().do_GET()

    def send(self, body):
        for start in range(0, len(body), self.PIECE):
            self.wfile.write(body[start : start + self.PIECE])
            time.sleep(self.DELAY)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # a browser opens many at once

    def handle_error(self, *_arguments):
        pass  # a browser may go away while it is being answered


@contextmanager
def served(folder, handler=Handler):
    """Serve a folder on a free port of this machine; gives the address."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
