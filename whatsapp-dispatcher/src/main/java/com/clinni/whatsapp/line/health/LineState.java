package com.clinni.whatsapp.line.health;

/** What the outside is told about a line. */
public enum LineState {
    ABLE,
    PAUSED,
    DOWN,
    RESTRICTED
}
