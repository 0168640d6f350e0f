package com.clinni.whatsapp.line;

/** The gateways there is an adapter for. */
public enum GatewayKind {
    WAHA
}
