"""Decides the words for what can go wrong with contacts, lists and imports."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

_OTHER_FILE = mark("Choose a CSV file, a workbook or an address book (vCard) with the contacts.")

WORDS: dict[str, tuple[str, str, str]] = {
    # Numbers
    "phone-empty": (
        mark("There is no phone number."), mark("The cell with the number is empty."),
        mark("Fill in a number, or leave the row out."),
    ),
    "phone-scientific": (
        mark("The phone number “{value}” lost its digits in a spreadsheet."),
        mark("The column was opened as numbers, which keeps only the first digits of a long one."),
        mark("Export the list again with the column set to text, and do not save it from the spreadsheet in between."),
    ),
    "phone-not-a-number": (
        mark("“{value}” is not a phone number."), mark("It holds letters, an extension, or no digits."),
        mark("Keep one number in the cell, with digits only."),
    ),
    "phone-needs-country": (
        mark("The phone number “{value}” has no country."),
        mark("Numbers without “+” can be of any country."),
        mark("Choose a default country, or add “+” and the country code."),
    ),
    "phone-unknown-country": (
        mark("The phone number “{value}” starts with a country code that does not exist."),
        mark("No country has the digits after “+” or “00”."), mark("Correct the country code."),
    ),
    "phone-too-short": (
        mark("The phone number “{value}” is too short."), mark("Digits are missing."), mark("Complete the number."),
    ),
    "phone-too-long": (
        mark("The phone number “{value}” is too long."),
        mark("It has more digits than its country uses, or is two numbers."),
        mark("Keep one complete number in the cell."),
    ),
    "phone-invalid": (
        mark("“{value}” is not a number in use in its country."),
        mark("Its digits do not fit the numbering plan of the country, so no phone can have it."),
        mark("Check the digits and the country."),
    ),
    "phone-two-ways": (
        mark("“{value}” can be two numbers."),
        mark("Without “+” it is a number of the country and, with “+”, one of another country."),
        mark("Write it with “+” and the country code, or with its first zero."),
    ),
    "phone-cut-off": (
        mark("The last digits of “{value}” became zeros in a spreadsheet."),
        mark("A spreadsheet keeps fifteen digits of a number; the others are lost."),
        mark("Export the list again with the column set to text, and do not save it from the spreadsheet in between."),
    ),
    "segment-name-empty": (
        mark("The segment has no name."), mark("It is found by its name."), mark("Give it one."),
    ),
    "segment-name-taken": (
        mark("There is a segment “{name}” already."), mark("Two with one name could not be told apart."),
        mark("Choose another name."),
    ),
    "segment-gone": (
        mark("This segment is gone."), mark("It was deleted meanwhile."), mark("Choose another one."),
    ),
    "segment-in-use": (
        mark("The segment “{name}” is used."), mark("These ask for it by its name: {users}."),
        mark("Take it out there first."),
    ),
    "segment-in-itself": (
        mark("The segment “{name}” would ask for itself."), mark("One of the segments in its rule leads back to it."),
        mark("Take that segment out of the rule."),
    ),
    "prefix-needs-plus": (
        mark("“{value}” does not say of which country the numbers are."),
        mark("A beginning of numbers is one of whole numbers."),
        mark("Begin with “+” and the country code, as +3190*."),
    ),
    "prefix-length": (
        mark("“{value}” is no beginning of numbers."), mark("It needs from 1 to 14 digits before the star."),
        mark("Write the digits that the numbers begin with, as +3190*."),
    ),
    "suppression-until-unclear": (
        mark("“{value}” is not a date."), mark("The end of a block is a day, as 2026-11-22 or 22-11-2026."),
        mark("Correct the date, or leave it empty for no end."),
    ),
    "suppression-ended": (
        mark("That moment is over."), mark("A block that has ended keeps nobody from being written to."),
        mark("Choose a later day, or none."),
    ),
    "consent-source-missing": (
        mark("It is not said where they agreed."), mark("Without a source nobody can show later that they did."),
        mark("Say where it was, such as the form or the shop."),
    ),
    "consent-in-future": (
        mark("That day has not come yet."), mark("Nobody can have agreed in the future."), mark("Choose another day."),
    ),
    "keyword-taken": (
        mark("“{word}” asks for something else already."), mark("A word can mean one thing only."),
        mark("Take the word out there first."),
    ),
    "phone-taken": (
        mark("Another contact has this phone number."), mark("A number belongs to one contact."),
        mark("Open the other contact, or give this one another number."),
    ),
    "erased-person": (
        mark("This person was erased and is not added again."),
        mark("Whoever asked to be erased is remembered by a mark alone, which tells the number when it comes again."),
        mark("Leave the row out."),
    ),
    # Rows
    "row-too-long": (
        mark("The row has {cells} cells where the file has {columns} columns."),
        mark("A value with the separator in it probably lost its quotes, so values may stand in the wrong column."),
        mark("Put quotes around that value."),
    ),
    "row-open-quote": (
        mark("A quotation mark in this row is not closed, so that {lines} or more other rows became part of it."),
        mark("Everything up to the next quotation mark is one cell."),
        mark("Close or remove the quotation mark in the file and import it again."),
    ),
    "value-not-a-number": (
        mark("“{value}” in the column “{column}” is not a number."), mark("This field holds numbers."),
        mark("Correct the value or leave it empty."),
    ),
    "value-not-a-date": (
        mark("“{value}” in the column “{column}” is not a date."),
        mark("This field holds dates, as 2026-11-22 or 22-11-2026."), mark("Correct the value or leave it empty."),
    ),
    "value-not-a-datetime": (
        mark("“{value}” in the column “{column}” is not a date with a time."),
        mark("This field holds moments, as 2026-11-22 14:05 or 22-11-2026 14:05."),
        mark("Correct the value or leave it empty."),
    ),
    "value-not-a-boolean": (
        mark("“{value}” in the column “{column}” is not yes or no."), mark("This field holds yes or no."),
        mark("Correct the value or leave it empty."),
    ),
    "duplicate-in-file": (
        mark("The number {value} is on an earlier row too."), mark("Only the first row of a number is used."),
        mark("Only the first one is used: keep the row you want and remove the others."),
    ),
    # Notes about numbers that were mended
    "phone-plus-restored": (
        mark("A phone number got its “+” back."), mark("It was written with its country code but without “+”."),
        mark("Nothing needs to be done."),
    ),
    "phone-zero-restored": (
        mark("A phone number got its first zero back."),
        mark("Spreadsheets drop it; with it, the digits are a number of the country."),
        mark("Nothing needs to be done."),
    ),
    "phone-float-mended": (
        mark("A phone number was written as an amount, with decimals."),
        mark("All its digits were there, so it could be read."), mark("Nothing needs to be done."),
    ),
    "phone-renewed": (
        mark("A phone number of Mexico or Brazil got its present form."),
        mark("Mexico dropped a 1 in 2019, and Brazil put a 9 before its mobile numbers."),
        mark("Nothing needs to be done."),
    ),
    # Notes about cells that were left out
    "language-unknown": (
        mark("Some languages were not recognised."), mark("Those cells were left empty; the contacts were read."),
        mark("Use codes such as nl or en_US."),
    ),
    "time-zone-unknown": (
        mark("Some time zones were not recognised."), mark("Those cells were left empty; the contacts were read."),
        mark("Use names such as Europe/Amsterdam."),
    ),
    "country-unknown": (
        mark("Some countries were not recognised."), mark("For those rows the default country was used."),
        mark("Use codes such as NL."),
    ),
    "consent-unclear": (
        mark("Some consent cells could not be read as yes or no."),
        mark("They count as not answered: those contacts get no marketing because of them."), mark("Use yes and no."),
    ),
    "consent-date-unclear": (
        mark("Some consent dates could not be read."), mark("The date of the import was used for them."),
        mark("Use dates such as 2026-11-22."),
    ),
    "cell-error": (
        mark("Some cells hold an error of the spreadsheet, such as #N/A."),
        mark("They were left empty; the contacts were read."), mark("Correct the formulas in the spreadsheet."),
    ),
    "cell-beside": (
        mark("Some rows have cells beside the table."), mark("Those cells were left out; the contacts were read."),
        mark("Name their column in the first row of the table to bring them in."),
    ),
    "formula-not-calculated": (
        mark("Some formulas have no result yet."),
        mark("The program that made the file did not calculate them, so their cells are empty."),
        mark("Open the file in a spreadsheet program, save it, and import it again."),
    ),
    "card-more-numbers": (
        mark("Some cards have several numbers."), mark("The first mobile number of each was used."),
        mark("Change the number of a contact where another one is meant."),
    ),
    "card-unfinished": (
        mark("Some cards are cut off."), mark("What there is of them was read."),
        mark("Export the address book again if contacts are missing."),
    ),
    # Files
    "import-empty": (mark("“{name}” holds no rows."), mark("The file is empty."), _OTHER_FILE),
    "import-no-rows": (
        mark("“{name}” has a header and no rows."), mark("There is nobody in it to import."), _OTHER_FILE,
    ),
    "import-no-such-file": (
        mark("“{name}” is not there."), mark("It was moved, renamed or deleted."), mark("Choose the file again."),
    ),
    "import-cannot-open": (
        mark("“{name}” cannot be opened."), mark("The system says: {details}"),
        mark("Check that you may read it and that no other program keeps it locked."),
    ),
    "import-not-a-table": (
        mark("“{name}” is not a table."), mark("It holds a document, a picture or another kind of data."), _OTHER_FILE,
    ),
    "import-web-page": (
        mark("“{name}” is a web page or a data document, not a table."),
        mark("Some systems give a page the name of a spreadsheet."),
        mark("Open it in a spreadsheet program and save it as CSV or XLSX."),
    ),
    "import-password": (
        mark("“{name}” is protected with a password."), mark("Its contents cannot be read without it."),
        mark("Save a copy without a password in your spreadsheet program."),
    ),
    "import-broken-workbook": (
        mark("“{name}” cannot be read as a workbook."), mark("The file is damaged, or only its name says it is one."),
        mark("Open it in a spreadsheet program and save it again, or export CSV."),
    ),
    "import-no-such-sheet": (
        mark("The workbook has no sheet “{sheet}”."), mark("Its sheets are: {sheets}."), mark("Choose one of them."),
    ),
    "import-unknown-encoding": (
        mark("“{encoding}” is not an encoding."),
        mark("No character set has this name."),
        mark("Choose one from the list."),
    ),
    "import-wrong-encoding": (
        mark("The file is not written in {encoding}."), mark("It holds bytes that mean nothing in that encoding."),
        mark("Choose another encoding, or let it be guessed."),
    ),
    "import-too-large": (
        mark("“{name}” unpacks to more than any list of contacts is."),
        mark("The file is damaged, or was made to fill up computers."),
        mark("Export the list again, as CSV if you can."),
    ),
    "import-too-many-columns": (
        mark("“{name}” has more than {most} columns."), mark("A list of contacts has a column for each field."),
        mark("Remove the columns you do not need, or choose what the columns are apart by."),
    ),
    "import-cell-too-long": (
        mark("A cell in “{name}” is longer than any field can be."), mark("It holds more than 100,000 characters."),
        mark("Shorten or remove that cell, and import the file again."),
    ),
    "import-file-changed": (
        mark("“{name}” was changed or moved while it was read."),
        mark("Another program wrote to it, so nothing of it was imported."), mark("Import it again."),
    ),
    "import-open-quote": (
        mark("A quotation mark before line {line} is never closed."),
        mark("Everything after it would end up in one cell."), mark("Close or remove the quotation mark in the file."),
    ),
    "import-no-phone-column": (
        mark("No column holds the phone number."), mark("A contact is known by its number."),
        mark("Choose which column is the phone number."),
    ),
    "import-no-such-column": (
        mark("The file has no column “{column}”."), mark("Its columns are: {columns}."), mark("Choose one of them."),
    ),
    "import-field-twice": (
        mark("Two columns go to the same field."), mark("“{first}” and “{second}” are both read as {field}."),
        mark("Leave one of them out, or give it a field of its own."),
    ),
    "rejects-not-written": (
        mark("The file of refused rows could not be written."), mark("The system says: {details} ({folder})."),
        mark("Make room on the disk or check the folder, and import again; nothing was changed."),
    ),
    "sample-not-written": (
        mark("The sample file could not be written."), mark("The system says: {details} ({folder})."),
        mark("Choose another folder, or make room on the disk."),
    ),
    "import-busy": (
        mark("Another import is running."), mark("Imports run one after the other."), mark("Wait until it is done."),
    ),
    "import-nothing-to-undo": (
        mark("There is no import to undo."), mark("Only the last import can be undone, and only once."),
        mark("Delete or change the contacts by hand."),
    ),
    # Fields and lists
    "field-taken": (
        mark("There is a field “{name}” already."), mark("Every field has its own name."), mark("Choose another name."),
    ),
    "field-name-invalid": (
        mark("“{name}” cannot be the name of a field."),
        mark("A name starts with a letter and holds lower-case letters, digits and “_”."), mark("Choose another name."),
    ),
    "list-name-taken": (
        mark("There is a list “{name}” already."), mark("Every list has its own name."), mark("Choose another name."),
    ),
    "list-name-empty": (mark("The list has no name."), mark("A list is found by its name."), mark("Give it a name.")),
    "list-gone": (
        mark("This list no longer exists."),
        mark("The list was deleted in the meantime."),
        mark("Choose another list."),
    ),
    "list-in-use": (
        mark("The list “{name}” is used."), mark("These ask for it by its name: {users}."),
        mark("Take it out there first."),
    ),
    "contact-gone": (
        mark("This contact no longer exists."),
        mark("The contact was deleted in the meantime."),
        mark("Close the window and search again."),
    ),
    "language-invalid": (
        mark("“{value}” is not a language."), mark("WhatsApp knows languages by codes such as nl or en_US."),
        mark("Choose a language from the list."),
    ),
}  # fmt: skip
