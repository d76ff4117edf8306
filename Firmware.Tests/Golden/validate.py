#!/usr/bin/python3
"""Read payloads back with a stock JSON Schema validator (Debian: python3-jsonschema).

    validate.py FILE...            every FILE must be what our own writer may send: no field that the schema does not know
    validate.py --reader FILE...   every FILE must be what a reader has to take: unknown fields are ignored
    validate.py --refused FILE...  every FILE must be refused as a writer's

The message is the file's name up to the first '-' or '.': alarm-raised.json is held against schema/alarm.json.
Beyond the schema it checks what no schema sees: UTF-8, no blanks between tokens, no doubled key, no fraction, the
longest size of the topic. One line a finding on stdout; exit code 0 when all is as expected, 1 when not, 2 for a wrong call.
"""
import json
import pathlib
import re
import sys
import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # RefResolver: old, but in every Debian's version
import jsonschema  # noqa: E402

SCHEMAS = {file.name: json.loads(file.read_text("utf-8"))
           for file in (pathlib.Path(__file__).parent / "schema").glob("*.json")}


def closed(schema):
    """The schema with every object closed: only the fields that it lists. Conditions stay as they are."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: value if key in ("if", "then", "else") else closed(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        result["additionalProperties"] = False
    return result


def no_doubles(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key stands twice in " + ",".join(keys))
    return dict(pairs)


def no_fraction(text):
    raise ValueError("numbers are integers, not " + text)


def findings(file, schemas):
    """What is wrong with this payload: a list of lines, empty when it is right."""
    kind = re.split("[-.]", file.name)[0] + ".json"
    if kind not in schemas:
        return ["no schema " + kind]
    schema, payload = schemas[kind], file.read_bytes()
    try:
        text = payload.decode("utf-8")
        message = json.loads(text, object_pairs_hook=no_doubles, parse_float=no_fraction, parse_constant=no_fraction)
    except ValueError as error:
        return [str(error)]
    found = []
    many = isinstance(message, list) and "x-longest-array-bytes" in schema
    longest = schema["x-longest-array-bytes" if many else "x-longest-bytes"]
    if len(payload) > longest:
        found.append("%d bytes, at most %d" % (len(payload), longest))
    if many and len(message) < 2:
        found.append("an array of fewer than two")
    if json.dumps(message, separators=(",", ":"), ensure_ascii=False) != text:
        found.append("not compact: blanks between tokens, or text escaped without need")
    resolver = jsonschema.RefResolver("", schema, store=schemas)
    for part in message if many else [message]:
        for error in jsonschema.Draft7Validator(schema, resolver=resolver).iter_errors(part):
            found.append("/".join(map(str, error.path)) + ": " + error.message)
    return found


def main(arguments):
    mode = arguments[0] if arguments[:1] in (["--refused"], ["--reader"]) else ""
    refused = mode == "--refused"
    schemas = SCHEMAS if mode == "--reader" else {name: closed(schema) for name, schema in SCHEMAS.items()}
    files = [pathlib.Path(name) for name in arguments[1 if mode else 0:]]
    missing = [str(file) for file in files if not file.is_file()]
    if missing or not files:
        print("usage: validate.py [--reader|--refused] FILE..." if not missing else "no such file: " + missing[0])
        return 2
    failed = 0
    for file in files:
        found = findings(file, schemas)
        if bool(found) == refused:
            continue
        failed += 1
        for line in found or ["was let pass, must be refused"]:
            print("%s: %s" % (file.name, line))
    print("%d of %d as expected" % (len(files) - failed, len(files)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
