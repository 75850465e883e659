"""Decides the words for what the checks find in a journey: for a marketer, with what to do now."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    # The whole
    "journey-empty": (
        mark("There is nothing in this journey yet."), mark("Contacts need a step that lets them in."),
        mark("Add an entry, for example “Read audience”."),
    ),
    "journey-large": (
        mark("This journey has {count} steps."), mark("More than {most} are hard to oversee."),
        mark("Consider splitting it: a jump leads from one journey to another."),
    ),
    "entry-missing": (
        mark("Nobody can enter this journey."), mark("It has no entry."),
        mark("Add an entry and connect it to the first step."),
    ),
    "entry-disabled": (
        mark("“{what}” is disabled, so nobody can enter."), mark("It is the only entry of this journey."),
        mark("Enable it, or add another entry."),
    ),
    "entry-several": (
        mark("“{what}” is a second entry that reads an audience."),
        mark("“{other}” reads one already, and a journey reads one audience at a time."),
        mark("Remove one of the two, or move it to a journey of its own."),
    ),
    "step-unreachable": (
        mark("Nobody ever comes to “{what}”."), mark("No way leads to it from an entry."),
        mark("Connect it to a step before it, or remove it. A step you want to keep for later can be disabled."),
    ),
    "loop-endless": (
        mark("Contacts would go round here without end: {steps}."),
        mark("No step of this loop makes them wait, so they would get message after message at once."),
        mark("Put a wait into the loop, or lead one of its outputs elsewhere."),
    ),
    "loop-no-way-out": (
        mark("There is no way out of this loop: {steps}."),
        mark("Contacts go round until the journey's longest stay is over."),
        mark("Add a condition or a reaction that leads out of it."),
    ),
    "link-lost": (
        mark("The connection from “{what}” to “{to}” leaves from an output that is gone."),
        mark("The path it belonged to was removed, so nobody takes it."),
        mark("Delete the connection, or lead it from another output."),
    ),
    "ends-here": (
        mark("The journey ends after “{what}”."), mark("Nothing is connected to it."),
        mark("Connect the next step, or an End to say that this is meant."),
    ),
    "output-ends-here": (
        mark("The journey ends for who leaves “{what}” by: {outputs}."), mark("Nothing is connected there."),
        mark("Connect the next step, or an End to say that this is meant."),
    ),
    "step-unknown": (
        mark("This program does not know the step “{kind}”."), mark("A newer version made it."),
        mark("Update the program, or remove the step."),
    ),
    "step-disabled": (
        mark("“{what}” is disabled."), mark("Contacts pass straight through it."),
        mark("Enable it, or remove it, if that is not meant."),
    ),
    # Jumps
    "jump-to-itself": (
        mark("“{what}” jumps to this journey itself."), mark("Contacts would never get out."),
        mark("Choose another journey, or connect a step of this one."),
    ),
    "jump-loop": (
        mark("“{what}” jumps to “{journey}”, which leads back here."), mark("Contacts would go round for ever."),
        mark("Choose another journey."),
    ),
    "jump-target-gone": (
        mark("The journey that “{what}” jumps to no longer exists."), mark("It was deleted."),
        mark("Choose another journey."),
    ),
    # Settings
    "end-before-start": (
        mark("The journey ends before it starts."), "", mark("Choose a later end, or an earlier start."),
    ),
    "goal-no-end": (
        mark("No End is marked as the goal, so no goal is ever counted."),
        mark("The settings say that the goal is reached at an End."),
        mark("Tick “This is the goal” at an End, or choose another goal."),
    ),
}  # fmt: skip
