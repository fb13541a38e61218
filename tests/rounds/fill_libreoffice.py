"""Does in workbooks, with LibreOffice by its own interface (UNO), what those do who answer.

fill_libreoffice.py PROFILE JOBS: a list of jobs in JSON, each a book, where it is saved, and deeds.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

FORMS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}


def with_value(name, value):
    own = PropertyValue()
    own.Name, own.Value = name, value
    return own


def connected(profile):
    pipe = f"register-{abs(hash(profile))}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{profile}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn


def heads(sheet):
    return {sheet.getCellByPosition(column, 0).String: column for column in range(used(sheet)[1] + 1)}


def row_of(sheet, id):
    return next(row for row in range(1, used(sheet)[0] + 1) if sheet.getCellByPosition(0, row).String == id)


def put(sheet, column, row, value):
    cell = sheet.getCellByPosition(column, row)
    if isinstance(value, (int, float)):
        cell.Value = value
    else:
        cell.String = value


def do(sheet, deed):
    if sheet.isProtected():
        sheet.unprotect("")
    if deed["deed"] == "set":
        put(sheet, heads(sheet)[deed["head"]], row_of(sheet, deed["id"]), deed["value"])
    elif deed["deed"] == "insert":
        sheet.Rows.insertByIndex(deed["row"] - 1, 1)
        for head, value in deed["values"].items():
            put(sheet, heads(sheet)[head], deed["row"] - 1, value)
    elif deed["deed"] == "remove":
        sheet.Rows.removeByIndex(row_of(sheet, deed["id"]), 1)
    elif deed["deed"] == "reverse":
        rows, columns = used(sheet)
        field = uno.createUnoStruct("com.sun.star.table.TableSortField")
        field.Field, field.IsAscending = 0, False
        area = sheet.getCellRangeByPosition(0, 1, columns, rows)
        area.sort((with_value("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))),))


def main(profile, jobs):
    office, desktop = connected(profile)
    try:
        for job in json.loads(jobs):
            book = desktop.loadComponentFromURL(
                Path(job["book"]).as_uri(), "_blank", 0, (with_value("Hidden", True),)
            )
            for deed in job["deeds"]:
                do(book.Sheets.getByName(deed["sheet"]), deed)
            saved = Path(job["saved"])
            book.storeToURL(saved.as_uri(), (with_value("FilterName", FORMS[saved.suffix]),))
            book.close(True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait(60)


main(*sys.argv[1:])
