package com.clinni.fallback.provider;

/** Whether real people are at the other end of a provider. */
public enum ProviderKind {
    /** Nothing leaves the machine: everyone may be written to. */
    SIMULATOR,
    REAL
}
