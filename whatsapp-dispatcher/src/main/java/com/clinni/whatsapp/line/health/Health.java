package com.clinni.whatsapp.line.health;

/** The health of a line, whatever people want of it. */
public enum Health {
    ABLE,
    DOWN,
    RESTRICTED
}
