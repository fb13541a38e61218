"""Opens workbooks with openpyxl, and tells as JSON what each sheet has."""

import datetime
import json
import sys

import openpyxl


def cell(own):
    return {**held(own), "open": not own.protection.locked}


def held(own):
    value = own.value
    if isinstance(value, (datetime.datetime, datetime.date)):
        return {"sort": "day", "value": value.isoformat()[:10], "form": own.number_format}
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return {"sort": "number", "value": value, "form": own.number_format}
    sort = "formula" if own.data_type == "f" else "text"
    return {"sort": sort, "value": value, "form": own.number_format}


def sheet(own):
    return {
        "name": own.title,
        "state": own.sheet_state,
        "frozen": own.freeze_panes,
        "filter": own.auto_filter.ref,
        "across": own.page_setup.orientation,
        "paper": own.page_setup.paperSize,
        "fit": [own.page_setup.fitToWidth, own.page_setup.fitToHeight],
        "repeated": own.print_title_rows,
        "protected": own.protection.sheet,
        "notes": sum(1 for row in own.iter_rows() for one in row if one.comment),
        "allowed": [{"sort": one.type, "of": one.formula1} for one in own.data_validations.dataValidation],
        "rows": [[cell(one) for one in row] for row in own.iter_rows()],
    }


def book(path):
    own = openpyxl.load_workbook(path)
    about = own.properties
    return {
        "sheets": [sheet(one) for one in own.worksheets],
        "title": about.title,
        "publisher": about.creator,
        "notice": about.description,
        "made": about.created.isoformat()[:10],
    }


print(json.dumps([book(path) for path in sys.argv[1:]], ensure_ascii=False))
