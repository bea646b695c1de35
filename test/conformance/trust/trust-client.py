"""Calls URLs with the library that the argument names, which checks certificates as it does by itself.

With --version it prints the library's version instead, and the file of authorities that it comes with.
"""
import sys

PATIENCE = 4


def urllib_client():
    from urllib.request import urlopen

    return sys.version.split()[0], lambda url: urlopen(url, timeout=PATIENCE)


def requests_client():
    import requests

    return requests.__version__, lambda url: requests.get(url, timeout=PATIENCE)


def botocore_client():
    import botocore
    from botocore.client import Config
    from botocore.session import get_session

    session = get_session()
    config = Config(
        connect_timeout=PATIENCE,
        read_timeout=PATIENCE,
        retries={"max_attempts": 0},
        s3={"addressing_style": "path"},
    )

    def call(url):
        session.create_client(
            "s3",
            region_name="us-east-1",
            endpoint_url=url,
            aws_access_key_id="nobody",
            aws_secret_access_key="nothing",
            config=config,
        ).list_buckets()

    version = "Python/%s botocore/%s" % (sys.version.split()[0], botocore.__version__)
    return version, call


CLIENTS = {"urllib": urllib_client, "requests": requests_client, "botocore": botocore_client}


def main(name, *urls):
    version, call = CLIENTS[name]()
    if urls == ("--version",):
        print(version)
        return
    for url in urls:
        try:
            call(url)
        except Exception as error:
            sys.stderr.write("%s: %r\n" % (url, error))


main(*sys.argv[1:])
