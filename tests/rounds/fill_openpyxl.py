"""Does in a workbook, with openpyxl, what those do who answer: a list of deeds in JSON.

fill_openpyxl.py BOOK SAVED DEEDS
"""

import json
import sys

import openpyxl


def heads(sheet):
    return {cell.value: cell.column for cell in sheet[1] if cell.value is not None}


def row_of(sheet, id):
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == id)


def main(path, saved, deeds):
    book = openpyxl.load_workbook(path)
    for deed in json.loads(deeds):
        sheet = book[deed["sheet"]]
        if deed["deed"] == "set":
            sheet.cell(row_of(sheet, deed["id"]), heads(sheet)[deed["head"]]).value = deed["value"]
        elif deed["deed"] == "insert":
            sheet.insert_rows(deed["row"])
            for head, value in deed["values"].items():
                sheet.cell(deed["row"], heads(sheet)[head]).value = value
        elif deed["deed"] == "remove":
            sheet.delete_rows(row_of(sheet, deed["id"]))
        elif deed["deed"] == "reverse":
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            for number, row in enumerate(reversed(rows)):
                for place, value in enumerate(row):
                    sheet.cell(number + 2, place + 1).value = value
    book.save(saved)


main(*sys.argv[1:])
