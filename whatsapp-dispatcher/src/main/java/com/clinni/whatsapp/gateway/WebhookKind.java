package com.clinni.whatsapp.gateway;

/** The kinds of webhooks that we act on, whatever a gateway calls them. */
public enum WebhookKind {
    MESSAGE,
    EDITED_MESSAGE,
    /** Whatever is written on a line, echoes of what we sent ourselves among it. */
    ANY_MESSAGE,
    RECEIPT,
    SESSION
}
