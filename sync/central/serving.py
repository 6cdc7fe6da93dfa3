"""`erap-central serve`: the HTTP server on one address."""

from __future__ import annotations

import argparse
import faulthandler
import ipaddress
import logging
import sys

from sync.central.commands import CommandError
from sync.central.service import Central
from sync.central.store.engines import SPARE
from sync.central.verdicts.retrying import retry_held

_log = logging.getLogger(__name__)
KEEP_ALIVE_SECONDS = 420  # longer than laptops keep a connection: who hangs up first is not the server


def serve(options: argparse.Namespace) -> int:
    """Serves until it is stopped. Off loopback only with TLS."""
    import uvicorn

    from sync.central.api.app import make_app

    if bool(options.tls_cert) != bool(options.tls_key):
        raise CommandError("--tls-cert and --tls-key belong together")
    if not options.tls_cert and not is_loopback(options.host):
        raise CommandError(f"{options.host} is not this machine alone: off loopback, --tls-cert is required")
    for path in (options.tls_cert, options.tls_key):
        if path and not path.is_file():
            raise CommandError(f"{path}: no such file")
    if options.connections < 1:
        raise CommandError("--connections must be at least 1")
    if not 0 < options.port < 65536:
        raise CommandError(f"{options.port} is not a port")
    if sys.__stderr__ is not None and not faulthandler.is_enabled():
        faulthandler.enable(sys.__stderr__)  # a crash below Python leaves its stack in the log
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    central = Central(options.data, options.database_url, connections=options.connections)
    accepted = central.database.accepts()
    if accepted is not None and options.connections + SPARE > accepted:
        central.close()
        raise CommandError(f"the database accepts {accepted} connections in all: lower --connections")
    retried = retry_held(central)
    if retried:
        _log.info("%s commands that an older server had not understood have been decided now", retried)
    config = uvicorn.Config(
        make_app(central),
        host=options.host,
        port=options.port,
        log_level="warning",
        server_header=False,
        date_header=False,
        ssl_certfile=options.tls_cert,
        ssl_keyfile=options.tls_key,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    scheme = "https" if options.tls_cert else "http"
    print(f"erap-central serves on {scheme}://{options.host}:{options.port}", flush=True)
    try:
        server.run()
    except SystemExit as error:
        raise CommandError(f"port {options.port} can not be opened: is it in use?") from error
    finally:
        central.close()
    if not server.started:
        raise CommandError(f"port {options.port} can not be opened: is it in use?")
    return 0


def is_loopback(host: str) -> bool:
    """True for names and addresses that never leave this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
