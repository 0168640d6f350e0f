package com.clinni.whatsapp.line;

/** The kinds of gateways there is an adapter for. */
public enum GatewayKind {
    WAHA
}
