"""Makes real calls with the library that the argument names: urllib, requests or botocore.

Reads a case as a line of JSON, sets its environment, calls its URL once, and prints a line when that is over.
With --version it prints the library's version instead.
"""
import json
import os
import sys
import warnings
from collections import OrderedDict

PATIENCE = 2


def urllib_client():
    import ssl

    try:
        from urllib.request import HTTPSHandler, build_opener
    except ImportError:
        from urllib2 import HTTPSHandler, build_opener
    handler = HTTPSHandler(context=ssl._create_unverified_context())
    version = sys.version.split()[0]
    return version, lambda url: build_opener(handler).open(url, timeout=PATIENCE)


def requests_client():
    import requests

    def call(url):
        requests.Session().get(url, timeout=PATIENCE, verify=False, allow_redirects=False)

    return requests.__version__, call


def botocore_client():
    import botocore
    from botocore.client import Config
    from botocore.session import get_session
    from botocore.utils import InstanceMetadataFetcher

    session = get_session()
    config = Config(
        connect_timeout=PATIENCE,
        read_timeout=PATIENCE,
        retries={"max_attempts": 0},
        s3={"addressing_style": "path"},
    )

    def call(url):
        if url == "http://169.254.169.254/":
            return InstanceMetadataFetcher(timeout=PATIENCE).retrieve_iam_role_credentials()
        client = session.create_client(
            "s3",
            region_name="us-east-1",
            endpoint_url=url,
            verify=False,
            aws_access_key_id="nobody",
            aws_secret_access_key="nothing",
            config=config,
        )
        return client.list_buckets()

    return botocore.__version__, call


def native(text):
    """What Python 2 calls a string is bytes."""
    return text if isinstance(text, str) else text.encode("utf-8")


CLIENTS = {"urllib": urllib_client, "requests": requests_client, "botocore": botocore_client}


def main(name, *options):
    version, call = CLIENTS[name]()
    if "--version" in options:
        print(version)
        return
    warnings.simplefilter("ignore")
    bare = dict(os.environ)
    for line in iter(sys.stdin.readline, ""):
        case = json.loads(line, object_pairs_hook=OrderedDict)
        os.environ.clear()
        os.environ.update(bare, **{native(name): native(value) for name, value in case["environment"].items()})
        try:
            call(native(case["url"]))
        except Exception as error:
            if "--verbose" in options:
                sys.stderr.write("%s: %r\n" % (line, error))
        sys.stdout.write("\n")
        sys.stdout.flush()


main(*sys.argv[1:])
