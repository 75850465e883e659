<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>studio</name>
    <message numerus="yes">
        <source>({n} more)</source>
        <extracomment>One: ({n} more)</extracomment>
        <translation>
            <numerusform>({n} more)</numerusform>
            <numerusform>({n} more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align {n} items</source>
        <extracomment>One: Align {n} item</extracomment>
        <translation>
            <numerusform>Align {n} item</numerusform>
            <numerusform>Align {n} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {n} contacts</source>
        <extracomment>One: All {n} contact</extracomment>
        <translation>
            <numerusform>All {n} contact</numerusform>
            <numerusform>All {n} contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And {n} more differences.</source>
        <extracomment>One: And {n} more difference.</extracomment>
        <translation>
            <numerusform>And {n} more difference.</numerusform>
            <numerusform>And {n} more differences.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And {n} more lines.</source>
        <extracomment>One: And {n} more line.</extracomment>
        <translation>
            <numerusform>And {n} more line.</numerusform>
            <numerusform>And {n} more lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And {n} more steps.</source>
        <extracomment>One: And {n} more step.</extracomment>
        <translation>
            <numerusform>And {n} more step.</numerusform>
            <numerusform>And {n} more steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most {n} marketing messages</source>
        <extracomment>One: At most {n} marketing message</extracomment>
        <translation>
            <numerusform>At most {n} marketing message</numerusform>
            <numerusform>At most {n} marketing messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most {n} messages</source>
        <extracomment>One: At most {n} message</extracomment>
        <translation>
            <numerusform>At most {n} message</numerusform>
            <numerusform>At most {n} messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most {n} utility messages</source>
        <extracomment>One: At most {n} utility message</extracomment>
        <translation>
            <numerusform>At most {n} utility message</numerusform>
            <numerusform>At most {n} utility messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Count {n} as sent</source>
        <extracomment>One: Count {n} as sent</extracomment>
        <translation>
            <numerusform>Count {n} as sent</numerusform>
            <numerusform>Count {n} as sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut {n} items</source>
        <extracomment>One: Cut {n} item</extracomment>
        <translation>
            <numerusform>Cut {n} item</numerusform>
            <numerusform>Cut {n} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} drafts for good?</source>
        <extracomment>One: Delete {n} draft for good?</extracomment>
        <translation>
            <numerusform>Delete {n} draft for good?</numerusform>
            <numerusform>Delete {n} drafts for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} samples?</source>
        <extracomment>One: Delete {n} sample?</extracomment>
        <translation>
            <numerusform>Delete {n} sample?</numerusform>
            <numerusform>Delete {n} samples?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} steps</source>
        <extracomment>One: Delete {n} step</extracomment>
        <translation>
            <numerusform>Delete {n} step</numerusform>
            <numerusform>Delete {n} steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} steps and join up</source>
        <extracomment>One: Delete {n} step and join up</extracomment>
        <translation>
            <numerusform>Delete {n} step and join up</numerusform>
            <numerusform>Delete {n} steps and join up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Distribute {n} items</source>
        <extracomment>One: Distribute {n} item</extracomment>
        <translation>
            <numerusform>Distribute {n} item</numerusform>
            <numerusform>Distribute {n} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop {n} items</source>
        <extracomment>One: Drop {n} item</extracomment>
        <translation>
            <numerusform>Drop {n} item</numerusform>
            <numerusform>Drop {n} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate {n} items</source>
        <extracomment>One: Duplicate {n} item</extracomment>
        <translation>
            <numerusform>Duplicate {n} item</numerusform>
            <numerusform>Duplicate {n} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End it for the {n} contacts inside?</source>
        <extracomment>One: End it for the {n} contact inside?</extracomment>
        <translation>
            <numerusform>End it for the {n} contact inside?</numerusform>
            <numerusform>End it for the {n} contacts inside?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ends in {n} days</source>
        <extracomment>One: Ends in 1 day</extracomment>
        <translation>
            <numerusform>Ends in 1 day</numerusform>
            <numerusform>Ends in {n} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every {n} days at {time}</source>
        <extracomment>One: Every day at {time}</extracomment>
        <translation>
            <numerusform>Every day at {time}</numerusform>
            <numerusform>Every {n} days at {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every {n} weeks on {days} at {time}</source>
        <extracomment>One: Every week on {days} at {time}</extracomment>
        <translation>
            <numerusform>Every week on {days} at {time}</numerusform>
            <numerusform>Every {n} weeks on {days} at {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} prices</source>
        <extracomment>One: Import {n} price</extracomment>
        <translation>
            <numerusform>Import {n} price</numerusform>
            <numerusform>Import {n} prices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In all {n} languages</source>
        <extracomment>One: In all {n} language</extracomment>
        <translation>
            <numerusform>In all {n} language</numerusform>
            <numerusform>In all {n} languages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned from earlier messages for {n} templates.</source>
        <extracomment>One: Learned from earlier messages for {n} template.</extracomment>
        <translation>
            <numerusform>Learned from earlier messages for {n} template.</numerusform>
            <numerusform>Learned from earlier messages for {n} templates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Meta did not take {n} languages.</source>
        <extracomment>One: Meta did not take {n} language.</extracomment>
        <translation>
            <numerusform>Meta did not take {n} language.</numerusform>
            <numerusform>Meta did not take {n} languages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} items</source>
        <extracomment>One: Move {n} item</extracomment>
        <translation>
            <numerusform>Move {n} item</numerusform>
            <numerusform>Move {n} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No difference shown yet: about {n} more people each needed, if it stays as it is.</source>
        <extracomment>One: No difference shown yet: about {n} more person each needed, if it stays as it is.</extracomment>
        <translation>
            <numerusform>No difference shown yet: about {n} more person each needed, if it stays as it is.</numerusform>
            <numerusform>No difference shown yet: about {n} more people each needed, if it stays as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No errors, {n} warnings</source>
        <extracomment>One: No errors, {n} warning</extracomment>
        <translation>
            <numerusform>No errors, {n} warning</numerusform>
            <numerusform>No errors, {n} warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nudge {n} items</source>
        <extracomment>One: Nudge {n} item</extracomment>
        <translation>
            <numerusform>Nudge {n} item</numerusform>
            <numerusform>Nudge {n} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On day {day} of every {n} months at {time}</source>
        <extracomment>One: On day {day} of each month at {time}</extracomment>
        <translation>
            <numerusform>On day {day} of each month at {time}</numerusform>
            <numerusform>On day {day} of every {n} months at {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On the last day of every {n} months at {time}</source>
        <extracomment>One: On the last day of each month at {time}</extracomment>
        <translation>
            <numerusform>On the last day of each month at {time}</numerusform>
            <numerusform>On the last day of every {n} months at {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opt out {n} contacts?</source>
        <extracomment>One: Opt out {n} contact?</extracomment>
        <translation>
            <numerusform>Opt out {n} contact?</numerusform>
            <numerusform>Opt out {n} contacts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste {n} items</source>
        <extracomment>One: Paste {n} item</extracomment>
        <translation>
            <numerusform>Paste {n} item</numerusform>
            <numerusform>Paste {n} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Practice: only {n} people can be reached</source>
        <extracomment>One: Practice: only {n} person can be reached</extracomment>
        <translation>
            <numerusform>Practice: only {n} person can be reached</numerusform>
            <numerusform>Practice: only {n} people can be reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading: {n} contacts</source>
        <extracomment>One: Reading: {n} contact</extracomment>
        <translation>
            <numerusform>Reading: {n} contact</numerusform>
            <numerusform>Reading: {n} contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready to be published, with {n} warnings</source>
        <extracomment>One: Ready to be published, with {n} warning</extracomment>
        <translation>
            <numerusform>Ready to be published, with {n} warning</numerusform>
            <numerusform>Ready to be published, with {n} warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} arrows</source>
        <extracomment>One: Remove {n} arrow</extracomment>
        <translation>
            <numerusform>Remove {n} arrow</numerusform>
            <numerusform>Remove {n} arrows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} prices?</source>
        <extracomment>One: Remove {n} price?</extracomment>
        <translation>
            <numerusform>Remove {n} price?</numerusform>
            <numerusform>Remove {n} prices?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced in {n} places.</source>
        <extracomment>One: Replaced in {n} place.</extracomment>
        <translation>
            <numerusform>Replaced in {n} place.</numerusform>
            <numerusform>Replaced in {n} places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Schedule for {n} people</source>
        <extracomment>One: Schedule for {n} person</extracomment>
        <translation>
            <numerusform>Schedule for {n} person</numerusform>
            <numerusform>Schedule for {n} people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send the message again to {n} people?</source>
        <extracomment>One: Send the message again to {n} person?</extracomment>
        <translation>
            <numerusform>Send the message again to {n} person?</numerusform>
            <numerusform>Send the message again to {n} people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to {n} people</source>
        <extracomment>One: Send to {n} person</extracomment>
        <translation>
            <numerusform>Send to {n} person</numerusform>
            <numerusform>Send to {n} people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send {n} again</source>
        <extracomment>One: Send {n} again</extracomment>
        <translation>
            <numerusform>Send {n} again</numerusform>
            <numerusform>Send {n} again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send {n} again…</source>
        <extracomment>One: Send {n} again…</extracomment>
        <translation>
            <numerusform>Send {n} again…</numerusform>
            <numerusform>Send {n} again…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send {n} late messages?</source>
        <extracomment>One: Send {n} late message?</extracomment>
        <translation>
            <numerusform>Send {n} late message?</numerusform>
            <numerusform>Send {n} late messages?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show {n} more</source>
        <extracomment>One: Show {n} more</extracomment>
        <translation>
            <numerusform>Show {n} more</numerusform>
            <numerusform>Show {n} more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show {n} more markets</source>
        <extracomment>One: Show {n} more market</extracomment>
        <translation>
            <numerusform>Show {n} more market</numerusform>
            <numerusform>Show {n} more markets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show {n} people: {words}</source>
        <extracomment>One: Show {n} person: {words}</extracomment>
        <translation>
            <numerusform>Show {n} person: {words}</numerusform>
            <numerusform>Show {n} people: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skip {n} late messages?</source>
        <extracomment>One: Skip {n} late message?</extracomment>
        <translation>
            <numerusform>Skip {n} late message?</numerusform>
            <numerusform>Skip {n} late messages?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start with {n} contacts</source>
        <extracomment>One: Start with {n} contact</extracomment>
        <translation>
            <numerusform>Start with {n} contact</numerusform>
            <numerusform>Start with {n} contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starts in {n} seconds. Nothing has left yet.</source>
        <extracomment>One: Starts in {n} second. Nothing has left yet.</extracomment>
        <translation>
            <numerusform>Starts in {n} second. Nothing has left yet.</numerusform>
            <numerusform>Starts in {n} seconds. Nothing has left yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop it for {n} contacts</source>
        <extracomment>One: Stop it for {n} contact</extracomment>
        <translation>
            <numerusform>Stop it for {n} contact</numerusform>
            <numerusform>Stop it for {n} contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped for {n} contacts.</source>
        <extracomment>One: Stopped for {n} contact.</extracomment>
        <translation>
            <numerusform>Stopped for {n} contact.</numerusform>
            <numerusform>Stopped for {n} contacts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Submit {n} languages</source>
        <extracomment>One: Submit {n} language</extracomment>
        <translation>
            <numerusform>Submit {n} language</numerusform>
            <numerusform>Submit {n} languages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch off {n} steps</source>
        <extracomment>One: Switch off {n} step</extracomment>
        <translation>
            <numerusform>Switch off {n} step</numerusform>
            <numerusform>Switch off {n} steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch on {n} steps</source>
        <extracomment>One: Switch on {n} step</extracomment>
        <translation>
            <numerusform>Switch on {n} step</numerusform>
            <numerusform>Switch on {n} steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take {n} entries off the list?</source>
        <extracomment>One: Take {n} entry off the list?</extracomment>
        <translation>
            <numerusform>Take {n} entry off the list?</numerusform>
            <numerusform>Take {n} entries off the list?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The prices of {n} messages are not known, and not counted above.</source>
        <extracomment>One: The price of {n} message is not known, and not counted above.</extracomment>
        <translation>
            <numerusform>The price of {n} message is not known, and not counted above.</numerusform>
            <numerusform>The prices of {n} messages are not known, and not counted above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The program ended while {n} messages were leaving. They are listed below; the rest goes on.</source>
        <extracomment>One: The program ended while {n} message was leaving. It is listed below; the rest goes on.</extracomment>
        <translation>
            <numerusform>The program ended while {n} message was leaving. It is listed below; the rest goes on.</numerusform>
            <numerusform>The program ended while {n} messages were leaving. They are listed below; the rest goes on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The test of {n} contacts is over.</source>
        <extracomment>One: The test of {n} contact is over.</extracomment>
        <translation>
            <numerusform>The test of {n} contact is over.</numerusform>
            <numerusform>The test of {n} contacts is over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is an estimate: only what arrives is charged. By {n} earlier campaigns about {share} arrive.</source>
        <extracomment>One: This is an estimate: only what arrives is charged. By {n} earlier campaign about {share} arrive.</extracomment>
        <translation>
            <numerusform>This is an estimate: only what arrives is charged. By {n} earlier campaign about {share} arrive.</numerusform>
            <numerusform>This is an estimate: only what arrives is charged. By {n} earlier campaigns about {share} arrive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This journey has {n} steps.</source>
        <extracomment>One: This journey has {n} step.</extracomment>
        <translation>
            <numerusform>This journey has {n} step.</numerusform>
            <numerusform>This journey has {n} steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This reaches {n} people, and each time whoever is there then. Type that number to confirm:</source>
        <extracomment>One: This reaches {n} person, and each time whoever is there then. Type that number to confirm:</extracomment>
        <translation>
            <numerusform>This reaches {n} person, and each time whoever is there then. Type that number to confirm:</numerusform>
            <numerusform>This reaches {n} people, and each time whoever is there then. Type that number to confirm:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This reaches {n} people. Type that number to confirm:</source>
        <extracomment>One: This reaches {n} person. Type that number to confirm:</extracomment>
        <translation>
            <numerusform>This reaches {n} person. Type that number to confirm:</numerusform>
            <numerusform>This reaches {n} people. Type that number to confirm:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tidy up {n} items</source>
        <extracomment>One: Tidy up {n} item</extracomment>
        <translation>
            <numerusform>Tidy up {n} item</numerusform>
            <numerusform>Tidy up {n} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To show a lift of {lift} % each message needs {n} people.</source>
        <extracomment>One: To show a lift of {lift} % each message needs {n} person.</extracomment>
        <translation>
            <numerusform>To show a lift of {lift} % each message needs {n} person.</numerusform>
            <numerusform>To show a lift of {lift} % each message needs {n} people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to date: {n} language versions read, {approved} approved.</source>
        <extracomment>One: Up to date: {n} language version read, {approved} approved.</extracomment>
        <translation>
            <numerusform>Up to date: {n} language version read, {approved} approved.</numerusform>
            <numerusform>Up to date: {n} language versions read, {approved} approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update {n} fields</source>
        <extracomment>One: Update {n} field</extracomment>
        <translation>
            <numerusform>Update {n} field</numerusform>
            <numerusform>Update {n} fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait for {n} events</source>
        <extracomment>One: Wait for {n} event</extracomment>
        <translation>
            <numerusform>Wait for {n} event</numerusform>
            <numerusform>Wait for {n} events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We cannot tell whether {n} messages of “{name}” were sent</source>
        <extracomment>One: We cannot tell whether {n} message of “{name}” was sent</extracomment>
        <translation>
            <numerusform>We cannot tell whether {n} message of “{name}” was sent</numerusform>
            <numerusform>We cannot tell whether {n} messages of “{name}” were sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about {n} rows</source>
        <extracomment>One: about {n} row</extracomment>
        <translation>
            <numerusform>about {n} row</numerusform>
            <numerusform>about {n} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <extracomment>One: and {n} more</extracomment>
        <translation>
            <numerusform>and {n} more</numerusform>
            <numerusform>and {n} more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most {n} a day</source>
        <extracomment>One: at most {n} a day</extracomment>
        <translation>
            <numerusform>at most {n} a day</numerusform>
            <numerusform>at most {n} a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every {n} days</source>
        <extracomment>One: every {n} day</extracomment>
        <translation>
            <numerusform>every {n} day</numerusform>
            <numerusform>every {n} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every {n} months</source>
        <extracomment>One: every {n} month</extracomment>
        <translation>
            <numerusform>every {n} month</numerusform>
            <numerusform>every {n} months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every {n} weeks</source>
        <extracomment>One: every {n} week</extracomment>
        <translation>
            <numerusform>every {n} week</numerusform>
            <numerusform>every {n} weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of {of} contacts belong to it</source>
        <extracomment>One: of {of} contact belongs to it</extracomment>
        <translation>
            <numerusform>of {of} contact belongs to it</numerusform>
            <numerusform>of {of} contacts belong to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people are left out</source>
        <extracomment>One: person is left out</extracomment>
        <translation>
            <numerusform>person is left out</numerusform>
            <numerusform>people are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people in this audience</source>
        <extracomment>One: person in this audience</extracomment>
        <translation>
            <numerusform>person in this audience</numerusform>
            <numerusform>people in this audience</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used in {n} places</source>
        <extracomment>One: used in {n} place</extracomment>
        <translation>
            <numerusform>used in {n} place</numerusform>
            <numerusform>used in {n} places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>will get the message</source>
        <extracomment>One: will get the message</extracomment>
        <translation>
            <numerusform>will get the message</numerusform>
            <numerusform>will get the message</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without {n} messages of unknown price</source>
        <extracomment>One: without {n} message of unknown price</extracomment>
        <translation>
            <numerusform>without {n} message of unknown price</numerusform>
            <numerusform>without {n} messages of unknown price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without {n} people of unknown price</source>
        <extracomment>One: without {n} person of unknown price</extracomment>
        <translation>
            <numerusform>without {n} person of unknown price</numerusform>
            <numerusform>without {n} people of unknown price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{again}, {n} times</source>
        <extracomment>One: {again}, once</extracomment>
        <translation>
            <numerusform>{again}, once</numerusform>
            <numerusform>{again}, {n} times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{language} + {n} languages</source>
        <extracomment>One: {language} + {n} language</extracomment>
        <translation>
            <numerusform>{language} + {n} language</numerusform>
            <numerusform>{language} + {n} languages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} others</source>
        <extracomment>One: {names} and {n} other</extracomment>
        <translation>
            <numerusform>{names} and {n} other</numerusform>
            <numerusform>{names} and {n} others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} added</source>
        <extracomment>One: {n} added</extracomment>
        <translation>
            <numerusform>{n} added</numerusform>
            <numerusform>{n} added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are here now</source>
        <extracomment>One: {n} is here now</extracomment>
        <translation>
            <numerusform>{n} is here now</numerusform>
            <numerusform>{n} are here now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are here then</source>
        <extracomment>One: {n} is here then</extracomment>
        <translation>
            <numerusform>{n} is here then</numerusform>
            <numerusform>{n} are here then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are left out</source>
        <extracomment>One: {n} is left out</extracomment>
        <translation>
            <numerusform>{n} is left out</numerusform>
            <numerusform>{n} are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are made up</source>
        <extracomment>One: {n} is made up</extracomment>
        <translation>
            <numerusform>{n} is made up</numerusform>
            <numerusform>{n} are made up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are there already.</source>
        <extracomment>One: {n} is there already.</extracomment>
        <translation>
            <numerusform>{n} is there already.</numerusform>
            <numerusform>{n} are there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} begin later.</source>
        <extracomment>One: {n} begins later.</extracomment>
        <translation>
            <numerusform>{n} begins later.</numerusform>
            <numerusform>{n} begin later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} buttons; there may be {most}.</source>
        <extracomment>One: {n} button; there may be {most}.</extracomment>
        <translation>
            <numerusform>{n} button; there may be {most}.</numerusform>
            <numerusform>{n} buttons; there may be {most}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} came to this step</source>
        <extracomment>One: {n} came to this step</extracomment>
        <translation>
            <numerusform>{n} came to this step</numerusform>
            <numerusform>{n} came to this step</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} campaigns are in the archive now.</source>
        <extracomment>One: {n} campaign is in the archive now.</extracomment>
        <translation>
            <numerusform>{n} campaign is in the archive now.</numerusform>
            <numerusform>{n} campaigns are in the archive now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} campaigns are in the list again.</source>
        <extracomment>One: {n} campaign is in the list again.</extracomment>
        <translation>
            <numerusform>{n} campaign is in the list again.</numerusform>
            <numerusform>{n} campaigns are in the list again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} campaigns paused</source>
        <extracomment>One: {n} campaign paused</extracomment>
        <translation>
            <numerusform>{n} campaign paused</numerusform>
            <numerusform>{n} campaigns paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} campaigns sending</source>
        <extracomment>One: {n} campaign sending</extracomment>
        <translation>
            <numerusform>{n} campaign sending</numerusform>
            <numerusform>{n} campaigns sending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} change ones that are known.</source>
        <extracomment>One: {n} changes one that is known.</extracomment>
        <translation>
            <numerusform>{n} changes one that is known.</numerusform>
            <numerusform>{n} change ones that are known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changed</source>
        <extracomment>One: {n} changed</extracomment>
        <translation>
            <numerusform>{n} changed</numerusform>
            <numerusform>{n} changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts</source>
        <extracomment>One: {n} contact</extracomment>
        <translation>
            <numerusform>{n} contact</numerusform>
            <numerusform>{n} contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are as before.</source>
        <extracomment>One: {n} contact is as before.</extracomment>
        <translation>
            <numerusform>{n} contact is as before.</numerusform>
            <numerusform>{n} contacts are as before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are back.</source>
        <extracomment>One: {n} contact is back.</extracomment>
        <translation>
            <numerusform>{n} contact is back.</numerusform>
            <numerusform>{n} contacts are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are in “{name}”.</source>
        <extracomment>One: {n} contact is in “{name}”.</extracomment>
        <translation>
            <numerusform>{n} contact is in “{name}”.</numerusform>
            <numerusform>{n} contacts are in “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside</source>
        <extracomment>One: {n} contact is inside</extracomment>
        <translation>
            <numerusform>{n} contact is inside</numerusform>
            <numerusform>{n} contacts are inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside and go on to the end.</source>
        <extracomment>One: {n} contact is inside and goes on.</extracomment>
        <translation>
            <numerusform>{n} contact is inside and goes on.</numerusform>
            <numerusform>{n} contacts are inside and go on to the end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside and leave at once, wherever they are.</source>
        <extracomment>One: {n} contact is inside and leaves at once, wherever it is.</extracomment>
        <translation>
            <numerusform>{n} contact is inside and leaves at once, wherever it is.</numerusform>
            <numerusform>{n} contacts are inside and leave at once, wherever they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside journeys that run.</source>
        <extracomment>One: {n} contact is inside a journey that runs.</extracomment>
        <translation>
            <numerusform>{n} contact is inside a journey that runs.</numerusform>
            <numerusform>{n} contacts are inside journeys that run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside.</source>
        <extracomment>One: {n} contact is inside.</extracomment>
        <translation>
            <numerusform>{n} contact is inside.</numerusform>
            <numerusform>{n} contacts are inside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are made up.</source>
        <extracomment>One: {n} contact is made up.</extracomment>
        <translation>
            <numerusform>{n} contact is made up.</numerusform>
            <numerusform>{n} contacts are made up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are no longer test contacts.</source>
        <extracomment>One: {n} contact is no longer a test contact.</extracomment>
        <translation>
            <numerusform>{n} contact is no longer a test contact.</numerusform>
            <numerusform>{n} contacts are no longer test contacts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are on “{name}”.</source>
        <extracomment>One: {n} contact is on “{name}”.</extracomment>
        <translation>
            <numerusform>{n} contact is on “{name}”.</numerusform>
            <numerusform>{n} contacts are on “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts in it now</source>
        <extracomment>One: {n} contact in it now</extracomment>
        <translation>
            <numerusform>{n} contact in it now</numerusform>
            <numerusform>{n} contacts in it now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts inside finish the earlier version as it is; whoever enters from now on goes by this one.</source>
        <extracomment>One: {n} contact inside finishes the earlier version as it is; whoever enters from now on goes by this one.</extracomment>
        <translation>
            <numerusform>{n} contact inside finishes the earlier version as it is; whoever enters from now on goes by this one.</numerusform>
            <numerusform>{n} contacts inside finish the earlier version as it is; whoever enters from now on goes by this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts inside may still come to it</source>
        <extracomment>One: {n} contact inside may still come to it</extracomment>
        <translation>
            <numerusform>{n} contact inside may still come to it</numerusform>
            <numerusform>{n} contacts inside may still come to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts may get marketing.</source>
        <extracomment>One: {n} contact may get marketing.</extracomment>
        <translation>
            <numerusform>{n} contact may get marketing.</numerusform>
            <numerusform>{n} contacts may get marketing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts may get test messages.</source>
        <extracomment>One: {n} contact may get test messages.</extracomment>
        <translation>
            <numerusform>{n} contact may get test messages.</numerusform>
            <numerusform>{n} contacts may get test messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts now</source>
        <extracomment>One: {n} contact now</extracomment>
        <translation>
            <numerusform>{n} contact now</numerusform>
            <numerusform>{n} contacts now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts opted out.</source>
        <extracomment>One: {n} contact opted out.</extracomment>
        <translation>
            <numerusform>{n} contact opted out.</numerusform>
            <numerusform>{n} contacts opted out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts wait in journeys; journeys move only while this program runs.</source>
        <extracomment>One: {n} contact waits in a journey; journeys move only while this program runs.</extracomment>
        <translation>
            <numerusform>{n} contact waits in a journey; journeys move only while this program runs.</numerusform>
            <numerusform>{n} contacts wait in journeys; journeys move only while this program runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were added to “{name}”.</source>
        <extracomment>One: {n} contact was added to “{name}”.</extracomment>
        <translation>
            <numerusform>{n} contact was added to “{name}”.</numerusform>
            <numerusform>{n} contacts were added to “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were deleted.</source>
        <extracomment>One: {n} contact was deleted.</extracomment>
        <translation>
            <numerusform>{n} contact was deleted.</numerusform>
            <numerusform>{n} contacts were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were exported.</source>
        <extracomment>One: {n} contact was exported.</extracomment>
        <translation>
            <numerusform>{n} contact was exported.</numerusform>
            <numerusform>{n} contacts were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were inside.</source>
        <extracomment>One: {n} contact was inside.</extracomment>
        <translation>
            <numerusform>{n} contact was inside.</numerusform>
            <numerusform>{n} contacts were inside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were removed.</source>
        <extracomment>One: {n} contact was removed.</extracomment>
        <translation>
            <numerusform>{n} contact was removed.</numerusform>
            <numerusform>{n} contacts were removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were taken off the list.</source>
        <extracomment>One: {n} contact was taken off the list.</extracomment>
        <translation>
            <numerusform>{n} contact was taken off the list.</numerusform>
            <numerusform>{n} contacts were taken off the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were written to {file}.</source>
        <extracomment>One: {n} contact was written to {file}.</extracomment>
        <translation>
            <numerusform>{n} contact was written to {file}.</numerusform>
            <numerusform>{n} contacts were written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <extracomment>One: {n} day</extracomment>
        <translation>
            <numerusform>{n} day</numerusform>
            <numerusform>{n} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts are back.</source>
        <extracomment>One: {n} draft is back.</extracomment>
        <translation>
            <numerusform>{n} draft is back.</numerusform>
            <numerusform>{n} drafts are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts are in the trash now.</source>
        <extracomment>One: {n} draft is in the trash now.</extracomment>
        <translation>
            <numerusform>{n} draft is in the trash now.</numerusform>
            <numerusform>{n} drafts are in the trash now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} earlier entries</source>
        <extracomment>One: {n} earlier entry</extracomment>
        <translation>
            <numerusform>{n} earlier entry</numerusform>
            <numerusform>{n} earlier entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} emojis</source>
        <extracomment>One: {n} emoji</extracomment>
        <translation>
            <numerusform>{n} emoji</numerusform>
            <numerusform>{n} emojis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entered</source>
        <extracomment>One: {n} entered</extracomment>
        <translation>
            <numerusform>{n} entered</numerusform>
            <numerusform>{n} entered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries</source>
        <extracomment>One: {n} entry</extracomment>
        <translation>
            <numerusform>{n} entry</numerusform>
            <numerusform>{n} entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries are new on the suppression list.</source>
        <extracomment>One: {n} entry is new on the suppression list.</extracomment>
        <translation>
            <numerusform>{n} entry is new on the suppression list.</numerusform>
            <numerusform>{n} entries are new on the suppression list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries are new.</source>
        <extracomment>One: {n} entry is new.</extracomment>
        <translation>
            <numerusform>{n} entry is new.</numerusform>
            <numerusform>{n} entries are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries were removed.</source>
        <extracomment>One: {n} entry was removed.</extracomment>
        <translation>
            <numerusform>{n} entry was removed.</numerusform>
            <numerusform>{n} entries were removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries were written to {file}.</source>
        <extracomment>One: {n} entry was written to {file}.</extracomment>
        <translation>
            <numerusform>{n} entry was written to {file}.</numerusform>
            <numerusform>{n} entries were written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors</source>
        <extracomment>One: {n} error</extracomment>
        <translation>
            <numerusform>{n} error</numerusform>
            <numerusform>{n} errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors remain before it can be published</source>
        <extracomment>One: {n} error remains before it can be published</extracomment>
        <translation>
            <numerusform>{n} error remains before it can be published</numerusform>
            <numerusform>{n} errors remain before it can be published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors remain, so nothing can be sent.</source>
        <extracomment>One: {n} error remains, so nothing can be sent.</extracomment>
        <translation>
            <numerusform>{n} error remains, so nothing can be sent.</numerusform>
            <numerusform>{n} errors remain, so nothing can be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors, {more}</source>
        <extracomment>One: {n} error, {more}</extracomment>
        <translation>
            <numerusform>{n} error, {more}</numerusform>
            <numerusform>{n} errors, {more}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events were exported.</source>
        <extracomment>One: {n} event was exported.</extracomment>
        <translation>
            <numerusform>{n} event was exported.</numerusform>
            <numerusform>{n} events were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events were taken.</source>
        <extracomment>One: {n} event was taken.</extracomment>
        <translation>
            <numerusform>{n} event was taken.</numerusform>
            <numerusform>{n} events were taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} failed here</source>
        <extracomment>One: {n} failed here</extracomment>
        <translation>
            <numerusform>{n} failed here</numerusform>
            <numerusform>{n} failed here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are there and can be read.</source>
        <extracomment>One: {n} file is there and can be read.</extracomment>
        <translation>
            <numerusform>{n} file is there and can be read.</numerusform>
            <numerusform>{n} files are there and can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} get nothing, to compare with</source>
        <extracomment>One: {n} gets nothing, to compare with</extracomment>
        <translation>
            <numerusform>{n} gets nothing, to compare with</numerusform>
            <numerusform>{n} get nothing, to compare with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} good to know</source>
        <extracomment>One: {n} good to know</extracomment>
        <translation>
            <numerusform>{n} good to know</numerusform>
            <numerusform>{n} good to know</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} helpers</source>
        <extracomment>One: {n} helper</extracomment>
        <translation>
            <numerusform>{n} helper</numerusform>
            <numerusform>{n} helpers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <extracomment>One: {n} hour</extracomment>
        <translation>
            <numerusform>{n} hour</numerusform>
            <numerusform>{n} hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} inside</source>
        <extracomment>One: {n} inside</extracomment>
        <translation>
            <numerusform>{n} inside</numerusform>
            <numerusform>{n} inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} items selected</source>
        <extracomment>One: {n} item selected</extracomment>
        <translation>
            <numerusform>{n} item selected</numerusform>
            <numerusform>{n} items selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} journeys were imported.</source>
        <extracomment>One: {n} journey was imported.</extracomment>
        <translation>
            <numerusform>{n} journey was imported.</numerusform>
            <numerusform>{n} journeys were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} late messages are sent.</source>
        <extracomment>One: {n} late message is sent.</extracomment>
        <translation>
            <numerusform>{n} late message is sent.</numerusform>
            <numerusform>{n} late messages are sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} late messages are skipped.</source>
        <extracomment>One: {n} late message is skipped.</extracomment>
        <translation>
            <numerusform>{n} late message is skipped.</numerusform>
            <numerusform>{n} late messages are skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} late messages wait for you.</source>
        <extracomment>One: {n} late message waits for you.</extracomment>
        <translation>
            <numerusform>{n} late message waits for you.</numerusform>
            <numerusform>{n} late messages wait for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} late messages wait for your decision.</source>
        <extracomment>One: {n} late message waits for your decision.</extracomment>
        <translation>
            <numerusform>{n} late message waits for your decision.</numerusform>
            <numerusform>{n} late messages wait for your decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left the journey here</source>
        <extracomment>One: {n} left the journey here</extracomment>
        <translation>
            <numerusform>{n} left the journey here</numerusform>
            <numerusform>{n} left the journey here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines</source>
        <extracomment>One: {n} line</extracomment>
        <translation>
            <numerusform>{n} line</numerusform>
            <numerusform>{n} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines cannot be used.</source>
        <extracomment>One: {n} line cannot be used.</extracomment>
        <translation>
            <numerusform>{n} line cannot be used.</numerusform>
            <numerusform>{n} lines cannot be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines were left out.</source>
        <extracomment>One: {n} line was left out.</extracomment>
        <translation>
            <numerusform>{n} line was left out.</numerusform>
            <numerusform>{n} lines were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines were written to {file}.</source>
        <extracomment>One: {n} line was written to {file}.</extracomment>
        <translation>
            <numerusform>{n} line was written to {file}.</numerusform>
            <numerusform>{n} lines were written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages</source>
        <extracomment>One: {n} message</extracomment>
        <translation>
            <numerusform>{n} message</numerusform>
            <numerusform>{n} messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages a second</source>
        <extracomment>One: {n} message a second</extracomment>
        <translation>
            <numerusform>{n} message a second</numerusform>
            <numerusform>{n} messages a second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages checked.</source>
        <extracomment>One: {n} message checked.</extracomment>
        <translation>
            <numerusform>{n} message checked.</numerusform>
            <numerusform>{n} messages checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages failed for good: nobody is offered here for that.</source>
        <extracomment>One: {n} message failed for good: nobody is offered here for that.</extracomment>
        <translation>
            <numerusform>{n} message failed for good: nobody is offered here for that.</numerusform>
            <numerusform>{n} messages failed for good: nobody is offered here for that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages that arrived</source>
        <extracomment>One: {n} message that arrived</extracomment>
        <translation>
            <numerusform>{n} message that arrived</numerusform>
            <numerusform>{n} messages that arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages that day</source>
        <extracomment>One: {n} message that day</extracomment>
        <translation>
            <numerusform>{n} message that day</numerusform>
            <numerusform>{n} messages that day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages, their price is not known</source>
        <extracomment>One: {n} message, its price is not known</extracomment>
        <translation>
            <numerusform>{n} message, its price is not known</numerusform>
            <numerusform>{n} messages, their price is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <extracomment>One: {n} minute</extracomment>
        <translation>
            <numerusform>{n} minute</numerusform>
            <numerusform>{n} minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <extracomment>One: {n} more</extracomment>
        <translation>
            <numerusform>{n} more</numerusform>
            <numerusform>{n} more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more could not be read.</source>
        <extracomment>One: {n} more could not be read.</extracomment>
        <translation>
            <numerusform>{n} more could not be read.</numerusform>
            <numerusform>{n} more could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more days</source>
        <extracomment>One: {n} more day</extracomment>
        <translation>
            <numerusform>{n} more day</numerusform>
            <numerusform>{n} more days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more lines</source>
        <extracomment>One: {n} more line</extracomment>
        <translation>
            <numerusform>{n} more line</numerusform>
            <numerusform>{n} more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more waves</source>
        <extracomment>One: {n} more wave</extracomment>
        <translation>
            <numerusform>{n} more wave</numerusform>
            <numerusform>{n} more waves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more zones</source>
        <extracomment>One: {n} more zone</extracomment>
        <translation>
            <numerusform>{n} more zone</numerusform>
            <numerusform>{n} more zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notes and frames</source>
        <extracomment>One: {n} note or frame</extracomment>
        <translation>
            <numerusform>{n} note or frame</numerusform>
            <numerusform>{n} notes and frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers are blocked now.</source>
        <extracomment>One: {n} number is blocked now.</extracomment>
        <translation>
            <numerusform>{n} number is blocked now.</numerusform>
            <numerusform>{n} numbers are blocked now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers are no longer blocked.</source>
        <extracomment>One: {n} number is no longer blocked.</extracomment>
        <translation>
            <numerusform>{n} number is no longer blocked.</numerusform>
            <numerusform>{n} numbers are no longer blocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers differ from what is kept to what you look at.</source>
        <extracomment>One: {n} number differs from what is kept to what you look at.</extracomment>
        <translation>
            <numerusform>{n} number differs from what is kept to what you look at.</numerusform>
            <numerusform>{n} numbers differ from what is kept to what you look at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of the messages, as of now</source>
        <extracomment>One: {n} of the messages, as of now</extracomment>
        <translation>
            <numerusform>{n} of the messages, as of now</numerusform>
            <numerusform>{n} of the messages, as of now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of them get it {when}, after quiet hours</source>
        <extracomment>One: {n} of them gets it {when}, after quiet hours</extracomment>
        <translation>
            <numerusform>{n} of them gets it {when}, after quiet hours</numerusform>
            <numerusform>{n} of them get it {when}, after quiet hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these people also get another message within 24 hours</source>
        <extracomment>One: {n} of these people also gets another message within 24 hours</extracomment>
        <translation>
            <numerusform>{n} of these people also gets another message within 24 hours</numerusform>
            <numerusform>{n} of these people also get another message within 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {all} get nothing.</source>
        <extracomment>One: {n} of {all} gets nothing.</extracomment>
        <translation>
            <numerusform>{n} of {all} gets nothing.</numerusform>
            <numerusform>{n} of {all} get nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {all} have nothing here and are left out.</source>
        <extracomment>One: {n} of {all} has nothing here and is left out.</extracomment>
        <translation>
            <numerusform>{n} of {all} has nothing here and is left out.</numerusform>
            <numerusform>{n} of {all} have nothing here and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {all} have nothing here and block the campaign.</source>
        <extracomment>One: {n} of {all} has nothing here and blocks the campaign.</extracomment>
        <translation>
            <numerusform>{n} of {all} has nothing here and blocks the campaign.</numerusform>
            <numerusform>{n} of {all} have nothing here and block the campaign.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {all} have nothing here and get “{text}”.</source>
        <extracomment>One: {n} of {all} has nothing here and gets “{text}”.</extracomment>
        <translation>
            <numerusform>{n} of {all} has nothing here and gets “{text}”.</numerusform>
            <numerusform>{n} of {all} have nothing here and get “{text}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} opted out and stay so.</source>
        <extracomment>One: {n} opted out and stays so.</extracomment>
        <translation>
            <numerusform>{n} opted out and stays so.</numerusform>
            <numerusform>{n} opted out and stay so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} opted out since and stay blocked.</source>
        <extracomment>One: {n} opted out since and stays blocked.</extracomment>
        <translation>
            <numerusform>{n} opted out since and stays blocked.</numerusform>
            <numerusform>{n} opted out since and stay blocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages were painted twice, in English and in Dutch, in {seconds} seconds.</source>
        <extracomment>One: {n} page was painted twice, in English and in Dutch, in {seconds} seconds.</extracomment>
        <translation>
            <numerusform>{n} page was painted twice, in English and in Dutch, in {seconds} seconds.</numerusform>
            <numerusform>{n} pages were painted twice, in English and in Dutch, in {seconds} seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} paths + other</source>
        <extracomment>One: {n} path + other</extracomment>
        <translation>
            <numerusform>{n} path + other</numerusform>
            <numerusform>{n} paths + other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people</source>
        <extracomment>One: {n} person</extracomment>
        <translation>
            <numerusform>{n} person</numerusform>
            <numerusform>{n} people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people elsewhere</source>
        <extracomment>One: {n} person elsewhere</extracomment>
        <translation>
            <numerusform>{n} person elsewhere</numerusform>
            <numerusform>{n} people elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people get nothing and were not checked.</source>
        <extracomment>One: {n} person gets nothing and was not checked.</extracomment>
        <translation>
            <numerusform>{n} person gets nothing and was not checked.</numerusform>
            <numerusform>{n} people get nothing and were not checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people in later waves, the next {when}</source>
        <extracomment>One: {n} person in later waves, the next {when}</extracomment>
        <translation>
            <numerusform>{n} person in later waves, the next {when}</numerusform>
            <numerusform>{n} people in later waves, the next {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people may be here twice: under two spellings of one number.</source>
        <extracomment>One: {n} person may be here twice: under two spellings of one number.</extracomment>
        <translation>
            <numerusform>{n} person may be here twice: under two spellings of one number.</numerusform>
            <numerusform>{n} people may be here twice: under two spellings of one number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people wait for the winner.</source>
        <extracomment>One: {n} person waits for the winner.</extracomment>
        <translation>
            <numerusform>{n} person waits for the winner.</numerusform>
            <numerusform>{n} people wait for the winner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people wait until {when}</source>
        <extracomment>One: {n} person waits until {when}</extracomment>
        <translation>
            <numerusform>{n} person waits until {when}</numerusform>
            <numerusform>{n} people wait until {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people will not get it. A stopped campaign cannot be resumed; to wait a while, pause it.</source>
        <extracomment>One: {n} person will not get it. A stopped campaign cannot be resumed; to wait a while, pause it.</extracomment>
        <translation>
            <numerusform>{n} person will not get it. A stopped campaign cannot be resumed; to wait a while, pause it.</numerusform>
            <numerusform>{n} people will not get it. A stopped campaign cannot be resumed; to wait a while, pause it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people, and each has a value.</source>
        <extracomment>One: {n} person, and there is a value.</extracomment>
        <translation>
            <numerusform>{n} person, and there is a value.</numerusform>
            <numerusform>{n} people, and each has a value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people.</source>
        <extracomment>One: {n} person.</extracomment>
        <translation>
            <numerusform>{n} person.</numerusform>
            <numerusform>{n} people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people: everybody gets it.</source>
        <extracomment>One: {n} person: everybody gets it.</extracomment>
        <translation>
            <numerusform>{n} person: everybody gets it.</numerusform>
            <numerusform>{n} people: everybody gets it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people: {what}</source>
        <extracomment>One: {n} person: {what}</extracomment>
        <translation>
            <numerusform>{n} person: {what}</numerusform>
            <numerusform>{n} people: {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places are filled.</source>
        <extracomment>One: {n} place is filled.</extracomment>
        <translation>
            <numerusform>{n} place is filled.</numerusform>
            <numerusform>{n} places are filled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} prices</source>
        <extracomment>One: {n} price</extracomment>
        <translation>
            <numerusform>{n} price</numerusform>
            <numerusform>{n} prices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} prices are new.</source>
        <extracomment>One: {n} price is new.</extracomment>
        <translation>
            <numerusform>{n} price is new.</numerusform>
            <numerusform>{n} prices are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} prices of {file} count now.</source>
        <extracomment>One: {n} price of {file} counts now.</extracomment>
        <translation>
            <numerusform>{n} price of {file} counts now.</numerusform>
            <numerusform>{n} prices of {file} count now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} products</source>
        <extracomment>One: 1 product</extracomment>
        <translation>
            <numerusform>1 product</numerusform>
            <numerusform>{n} products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} removed</source>
        <extracomment>One: {n} removed</extracomment>
        <translation>
            <numerusform>{n} removed</numerusform>
            <numerusform>{n} removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows in {time}</source>
        <extracomment>One: {n} row in {time}</extracomment>
        <translation>
            <numerusform>{n} row in {time}</numerusform>
            <numerusform>{n} rows in {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows were saved with their reasons.</source>
        <extracomment>One: {n} row was saved with its reason.</extracomment>
        <translation>
            <numerusform>{n} row was saved with its reason.</numerusform>
            <numerusform>{n} rows were saved with their reasons.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} stay because messages went to or came from them since.</source>
        <extracomment>One: {n} stays because a message went to or came from it since.</extracomment>
        <translation>
            <numerusform>{n} stays because a message went to or came from it since.</numerusform>
            <numerusform>{n} stay because messages went to or came from them since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps</source>
        <extracomment>One: {n} step</extracomment>
        <translation>
            <numerusform>{n} step</numerusform>
            <numerusform>{n} steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps in it (was {before})</source>
        <extracomment>One: {n} step in it (was {before})</extracomment>
        <translation>
            <numerusform>{n} step in it (was {before})</numerusform>
            <numerusform>{n} steps in it (was {before})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps inside</source>
        <extracomment>One: {n} step inside</extracomment>
        <translation>
            <numerusform>{n} step inside</numerusform>
            <numerusform>{n} steps inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps selected</source>
        <extracomment>One: {n} step selected</extracomment>
        <translation>
            <numerusform>{n} step selected</numerusform>
            <numerusform>{n} steps selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} still inside</source>
        <extracomment>One: {n} still inside</extracomment>
        <translation>
            <numerusform>{n} still inside</numerusform>
            <numerusform>{n} still inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} templates</source>
        <extracomment>One: {n} template</extracomment>
        <translation>
            <numerusform>{n} template</numerusform>
            <numerusform>{n} templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} templates.</source>
        <extracomment>One: {n} template.</extracomment>
        <translation>
            <numerusform>{n} template.</numerusform>
            <numerusform>{n} templates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things block sending</source>
        <extracomment>One: {n} thing blocks sending</extracomment>
        <translation>
            <numerusform>{n} thing blocks sending</numerusform>
            <numerusform>{n} things block sending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things block sending.</source>
        <extracomment>One: {n} thing blocks sending.</extracomment>
        <translation>
            <numerusform>{n} thing blocks sending.</numerusform>
            <numerusform>{n} things block sending.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things stand elsewhere</source>
        <extracomment>One: {n} thing stands elsewhere</extracomment>
        <translation>
            <numerusform>{n} thing stands elsewhere</numerusform>
            <numerusform>{n} things stand elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns</source>
        <extracomment>One: {n} turn</extracomment>
        <translation>
            <numerusform>{n} turn</numerusform>
            <numerusform>{n} turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns since {when}</source>
        <extracomment>One: {n} turn since {when}</extracomment>
        <translation>
            <numerusform>{n} turn since {when}</numerusform>
            <numerusform>{n} turns since {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values</source>
        <extracomment>One: {n} value</extracomment>
        <translation>
            <numerusform>{n} value</numerusform>
            <numerusform>{n} values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} wait for the winner</source>
        <extracomment>One: {n} waits for the winner</extracomment>
        <translation>
            <numerusform>{n} waits for the winner</numerusform>
            <numerusform>{n} wait for the winner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} warnings</source>
        <extracomment>One: {n} warning</extracomment>
        <translation>
            <numerusform>{n} warning</numerusform>
            <numerusform>{n} warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} warnings stay.</source>
        <extracomment>One: {n} warning stays.</extracomment>
        <translation>
            <numerusform>{n} warning stays.</numerusform>
            <numerusform>{n} warnings stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ways lead here</source>
        <extracomment>One: {n} way leads here</extracomment>
        <translation>
            <numerusform>{n} way leads here</numerusform>
            <numerusform>{n} ways lead here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} weeks</source>
        <extracomment>One: {n} week</extracomment>
        <translation>
            <numerusform>{n} week</numerusform>
            <numerusform>{n} weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} went on by “{output}”</source>
        <extracomment>One: {n} went on by “{output}”</extracomment>
        <translation>
            <numerusform>{n} went on by “{output}”</numerusform>
            <numerusform>{n} went on by “{output}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were changed since and keep what came later.</source>
        <extracomment>One: {n} was changed since and keeps what came later.</extracomment>
        <translation>
            <numerusform>{n} was changed since and keeps what came later.</numerusform>
            <numerusform>{n} were changed since and keep what came later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were on the list already.</source>
        <extracomment>One: {n} was on the list already.</extracomment>
        <translation>
            <numerusform>{n} was on the list already.</numerusform>
            <numerusform>{n} were on the list already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} who are there keep what they have</source>
        <extracomment>One: {n} who is there keeps what it has</extracomment>
        <translation>
            <numerusform>{n} who is there keeps what it has</numerusform>
            <numerusform>{n} who are there keep what they have</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{said} in the last {n} days</source>
        <extracomment>One: {said} in the last day</extracomment>
        <translation>
            <numerusform>{said} in the last day</numerusform>
            <numerusform>{said} in the last {n} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{step}: {n} held out</source>
        <extracomment>One: {step}: {n} held out</extracomment>
        <translation>
            <numerusform>{step}: {n} held out</numerusform>
            <numerusform>{step}: {n} held out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what} in any {n} days</source>
        <extracomment>One: {what} in any 24 hours</extracomment>
        <translation>
            <numerusform>{what} in any 24 hours</numerusform>
            <numerusform>{what} in any {n} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what} in any {n} hours</source>
        <extracomment>One: {what} in any hour</extracomment>
        <translation>
            <numerusform>{what} in any hour</numerusform>
            <numerusform>{what} in any {n} hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” has {n} events.</source>
        <extracomment>One: “{name}” has {n} event.</extracomment>
        <translation>
            <numerusform>“{name}” has {n} event.</numerusform>
            <numerusform>“{name}” has {n} events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” starts in {n} seconds. Nothing has left yet.</source>
        <extracomment>One: “{name}” starts in {n} second. Nothing has left yet.</extracomment>
        <translation>
            <numerusform>“{name}” starts in {n} second. Nothing has left yet.</numerusform>
            <numerusform>“{name}” starts in {n} seconds. Nothing has left yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
