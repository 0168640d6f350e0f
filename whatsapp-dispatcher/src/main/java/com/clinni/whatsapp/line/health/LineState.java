package com.clinni.whatsapp.line.health;

/** The state of a line, as the outside is told. */
public enum LineState {
    ABLE,
    PAUSED,
    DOWN,
    RESTRICTED
}
