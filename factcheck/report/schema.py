"""JSON Schema of the machine-readable reports, written from their types in `shapes`."""

from __future__ import annotations

import json
import types
from enum import StrEnum
from inspect import getdoc
from typing import Annotated, Any, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from factcheck.report import shapes

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def report() -> str:
    """The schema of a comparison's report, as JSON."""
    return _document(shapes.Report)


def extract() -> str:
    """The schema of what was read out of articles, as JSON."""
    return _document(shapes.Extract)


def _document(shape: Any) -> str:
    known: dict[str, Any] = {}
    root = _schema(shape, known)
    return json.dumps({"$schema": _DIALECT, **root, "$defs": known}, indent=2, ensure_ascii=False) + "\n"


def _schema(kind: Any, known: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; shapes and enums go to `known` and are referred to."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return {**_schema(arguments[0], known), "description": arguments[1]}
    if origin is NotRequired:
        return _schema(arguments[0], known)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(one, known) for one in arguments]}
    if origin is list:
        return {"type": "array", "items": _schema(arguments[0], known)}
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if kind.__name__ not in known:
        known[kind.__name__] = {}  # holds the place while its fields are written
        known[kind.__name__] = _named(kind, known)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _named(kind: Any, known: dict[str, Any]) -> dict[str, Any]:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    if not is_typeddict(kind):
        raise TypeError(f"no schema for {kind}")
    hints = get_type_hints(kind, include_extras=True)
    return {
        "type": "object",
        "description": getdoc(kind),
        "properties": {name: _schema(hint, known) for name, hint in hints.items()},
        "required": [name for name, hint in hints.items() if get_origin(hint) is not NotRequired],
    }
