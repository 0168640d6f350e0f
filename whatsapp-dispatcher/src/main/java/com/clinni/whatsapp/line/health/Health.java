package com.clinni.whatsapp.line.health;

/** How a line is, whatever people want of it. */
public enum Health {
    ABLE,
    DOWN,
    RESTRICTED
}
